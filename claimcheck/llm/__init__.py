"""A structured question to a language model and its answer: patient, within a budget, kept for the next time.

Any server with OpenAI's chat completions will do. Nothing here is imported unless a desk asks for a model.
"""

from claimcheck.llm.asking import Asker, Chat
from claimcheck.llm.cache import CACHE_FOLDER, AnswerCache
from claimcheck.llm.key import KEY_NAME, read_key
from claimcheck.llm.meter import Limits, Meter
from claimcheck.llm.question import Answer, Form, Question, Reply, Usage, estimate_tokens
from claimcheck.llm.terms import Terms
from claimcheck.llm.threads import Coming, Threads

__all__ = [
    "CACHE_FOLDER",
    "KEY_NAME",
    "Answer",
    "AnswerCache",
    "Asker",
    "Chat",
    "Coming",
    "Form",
    "Limits",
    "Meter",
    "Question",
    "Reply",
    "Terms",
    "Threads",
    "Usage",
    "estimate_tokens",
    "read_key",
]
