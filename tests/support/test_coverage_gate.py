from tests.support.coverage_gate import FileCoverage, read_files, shortfalls


def test_full_and_nearly_full_coverage_passes() -> None:
    files = [FileCoverage("translator/text/blocks.py", 100.0), FileCoverage("translator/ui/theme.py", 80.0)]

    assert shortfalls(files, 95.0) == []


def test_a_branch_missing_in_what_is_owed_in_full_is_named() -> None:
    files = [FileCoverage("translator/language/tag.py", 99.0, (12,), ((10, 12),))]

    assert shortfalls(files, 95.0) == ["translator/language/tag.py: 99.0 %: lines 12; 10->12"]


def test_too_little_overall_names_the_least_covered_files() -> None:
    files = [FileCoverage("translator/ui/a.py", 90.0), FileCoverage("translator/ui/b.py", 10.0, (1, 2))]

    found = shortfalls(files, 89.0)

    assert found[0].startswith("overall: 89.0 %, owed 90 %")
    assert found[1:] == ["   10.0 % translator/ui/b.py", "   90.0 % translator/ui/a.py"]


def test_a_report_is_read_whatever_the_system_separates_paths_with() -> None:
    entry = {"summary": {"percent_covered": 50.0}, "missing_lines": [3], "missing_branches": [[1, 3]]}

    assert read_files({"files": {"translator\\text\\a.py": entry}}) == [
        FileCoverage("translator/text/a.py", 50.0, (3,), ((1, 3),))
    ]
