"""What is said of findings, in few words."""

from translator.translation.checks.finding import Severity
from translator.ui.findings.words import asking_again, count_words, finding_count


def test_many_are_counted_in_groups_of_figures() -> None:
    assert count_words([Severity.ERROR] + [Severity.WARNING] * 3000) == "1 error, 3,000 warnings"
    assert finding_count(3001) == "3,001 findings"
    assert asking_again(1200) == "Asking again for 1,200 blocks"


def test_of_none_nothing_is_said() -> None:
    assert (count_words([]), finding_count(0)) == ("", "")
