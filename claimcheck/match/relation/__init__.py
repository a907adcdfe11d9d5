"""Two claims side by side: what each says, where they differ, and how one stands to the other.

``claim`` takes a text apart, with idioms as plain words (``idioms``), ``align`` pairs the words of two, ``figures``,
``names``, ``persons``, ``contests``, ``order``, ``turns`` and ``verbs`` find what does not fit, ``unlike`` which words
may be opposites though no list knows them, ``signals`` puts it in numbers, and ``judge`` says what it makes of them.
"""

__all__: list[str] = []
