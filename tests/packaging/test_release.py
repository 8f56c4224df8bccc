"""The workflow of a release: what can be told of it without running it."""

import re
import subprocess
import sys

import pytest

import dev

FOLDER = dev.ROOT / ".github" / "workflows"
WORKFLOW = (FOLDER / "release.yml").read_text(encoding="utf-8")
STEPS = "\n".join(line for line in WORKFLOW.splitlines() if not line.lstrip().startswith("#"))


def test_every_action_is_pinned_to_a_whole_version():
    used = re.findall(r"uses: (\S+)", STEPS)

    assert len(used) >= 8
    assert [action for action in used if not re.fullmatch(r"[\w.-]+/[\w.-]+@v\d+\.\d+\.\d+", action)] == []


def test_secrets_reach_a_step_through_its_environment_alone():
    lines = [line.strip() for line in STEPS.splitlines() if "secrets." in line]

    assert lines
    assert [line for line in lines if not re.fullmatch(r"[A-Z_]+: \$\{\{ secrets\.[A-Z_]+ \}\}", line)] == []
    named = set(re.findall(r"secrets\.([A-Z_]+)", STEPS))
    assert named <= set(re.findall(r"[A-Z_]{6,}", WORKFLOW.split("name: release")[0]))  # each is explained at the top


def test_only_the_last_job_may_write_and_it_waits_for_all_the_others():
    jobs = re.findall(r"^  (\w+):$", STEPS.split("\njobs:\n")[1], re.MULTILINE)
    *builders, last = jobs

    assert builders == ["linux", "windows", "macos"]
    assert STEPS.count("contents: write") == 1
    assert "contents: write" in STEPS.split(f"\n  {last}:\n")[1]
    assert f"needs: [{', '.join(builders)}]" in STEPS


def test_what_it_calls_is_there():
    for task in set(re.findall(r"run: python3? dev\.py (\w+)", STEPS)):
        assert callable(getattr(dev, task))


@pytest.mark.parametrize("workflow", [STEPS, (FOLDER / "checks.yml").read_text(encoding="utf-8")])
def test_whatever_the_tests_need_is_installed_before(workflow):
    command = re.search(r"^ +python3 -c \"(.+)\" \\$", workflow, re.MULTILINE).group(1)
    told = subprocess.run([sys.executable, "-c", command], cwd=dev.ROOT, capture_output=True, text=True, check=True)

    assert set(told.stdout.split()) == set(dev.packages({**dev.QT_LIBRARIES, **dev.FOR_TESTS}))
