"""What can go wrong on the way to a Label Studio elsewhere, and with copies of one of our own."""

from claimcheck.errors.root import ClaimcheckError
from claimcheck.errors.studios import StudioError, StudioKeyRefused

__all__ = [
    "CertificatesUnreadable",
    "PushNotConfirmed",
    "StudioBackupInvalid",
    "StudioCertificateUntrusted",
    "StudioExists",
    "StudioKeyExpired",
    "StudioLegacyKeyOff",
    "StudioMoved",
    "StudioRuns",
]


class StudioMoved(StudioError, ValueError):
    """The address of a Label Studio sends on to another one."""

    def __init__(self, url: str, to: str) -> None:
        super().__init__(f"{url} sends on to {to}: if your Label Studio is there, set its address to that")
        self.url, self.to = url, to


class StudioCertificateUntrusted(StudioError, ConnectionError):
    """The certificate of a Label Studio is signed by nobody this machine trusts, or not for its name."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(
            f"the certificate of {url} is not to be trusted ({why}): "
            "give its authority's certificate with --ca FILE, or set ca under [studio] in claimcheck.toml"
        )
        self.url, self.why = url, why


class CertificatesUnreadable(ClaimcheckError, ValueError):
    """The file of an authority's certificates cannot be used."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} {why}: wanted a file with the authority's certificate in PEM form")
        self.path, self.why = path, why


class StudioLegacyKeyOff(StudioKeyRefused):
    """The key is a legacy token, and Label Studio takes none."""

    def __init__(self, url: str, status: int) -> None:
        super().__init__(url, status)
        self.args = (
            f"the Label Studio at {url} takes no legacy tokens ({status}): make a personal access token in it "
            "(Account & Settings) and put that into LABEL_STUDIO_API_KEY, or let its owner allow legacy tokens",
        )


class StudioKeyExpired(StudioKeyRefused):
    """The key is a personal access token that is over."""

    def __init__(self, url: str, status: int) -> None:
        super().__init__(url, status)
        self.args = (
            f"the personal access token for {url} has expired or was revoked ({status}): "
            "make a new one in Label Studio (Account & Settings) and put it into LABEL_STUDIO_API_KEY",
        )


class PushNotConfirmed(ClaimcheckError, RuntimeError):
    """A push was not let go on, since nobody could be asked."""

    def __init__(self) -> None:
        super().__init__("nothing was sent, for there is no terminal to ask at: look at the plan, then add --yes")


class StudioBackupInvalid(StudioError, ValueError):
    """A file is no backup of a local studio, or a damaged one."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"{path} {why}: wanted a file that `claimcheck studio backup` wrote; nothing was put in its place"
        )
        self.path, self.why = path, why


class StudioExists(StudioError, FileExistsError):
    """A studio would be overwritten."""

    def __init__(self, name: str, home: str) -> None:
        super().__init__(
            f"there is a studio {name!r} in {home}: restore under another --name, or with --force, which sets it aside"
        )
        self.name, self.home = name, home


class StudioRuns(StudioError, RuntimeError):
    """A studio that is to be replaced still runs."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the studio {name!r} runs: stop it first, `claimcheck studio down --name {name}`")
        self.name = name
