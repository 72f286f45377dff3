"""Runs the real program: what it writes takes the place of nothing that somebody needs."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

STORY = """The Ruhl Courier

Ferry sinks off Ruhl

18 May 2024

The ferry Ida sank off Ruhl on 17 May 2024, killing at least nine people.

“It sank like a stone,” Ana Olm, a nurse, told Channel Nine on Friday.
"""
TWOSOURCE = [sys.executable, "-m", "twosource"]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "a.txt").write_text(STORY, encoding="utf-8")
    return tmp_path / "story"


def run(
    *arguments: str | Path, cwd: Path | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    command = [*TWOSOURCE, *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, text=True, check=False
    )


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(story: Path, tmp_path: Path) -> None:
    link, file = tmp_path / "link.json", tmp_path / "kept" / "file.json"
    file.parent.mkdir()
    link.symlink_to(file)
    for _ in range(2):  # at first it leads to a file that is not there yet
        assert run("ingest", story, "--json", link).returncode == 0
        assert link.is_symlink()
        assert json.loads(file.read_bytes())["articles"]
        file.chmod(0o640)
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in tmp_path.iterdir()) == ["kept", "link.json", "story"]


def test_a_pipe_stays_a_pipe_and_carries_the_output(story: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([*TWOSOURCE, "ingest", str(story), "--json", str(pipe)]) as writing:
        assert json.loads(pipe.read_bytes())["articles"]
        assert writing.wait() == 0
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["-", "/dev/fd/1"])
def test_a_dash_is_stdout_and_the_list_for_readers_makes_way(
    name: str, story: Path, tmp_path: Path
) -> None:
    (story / "empty.txt").touch()
    ran = run("ingest", story, "--json", name, cwd=tmp_path)
    assert json.loads(ran.stdout)["articles"]
    assert ran.stderr == "set aside: empty.txt: empty\n"
    assert [one.name for one in tmp_path.iterdir()] == ["story"]


@pytest.mark.parametrize(
    ("arguments", "said", "reason"),
    [
        (("ingest", "story", "--json", "story/a.txt"), "one of the files to read", "the article"),
        (("quotes", "story/a.txt", "--csv", "link"), "one of the files to read", "a link to it"),
        (("quotes", "-", "--csv", "twin"), "one of the files to read", "its other name"),
        (("dossier", "story", "--out", "x", "--json", "./x"), "two outputs", "one file"),
        (("timeline", "story", "--ics", "-", "--csv", "-"), "two outputs", "stdout, twice"),
        (("dossier", "story", "--out", "new", "--json", "to_new"), "two outputs", "over a link"),
        (("quotes", "story", "--csv", ""), "no name", "an empty variable"),
        (("quotes", "story", "--csv", "story"), "is a folder", "a folder"),
        (("quotes", "story", "--csv", "story/a.txt/x"), "cannot write", "below a file"),
        (("quotes", "story", "--csv", "round"), "cannot write", "a link to itself"),
        (("quotes", ""), "a path is empty", "not the folder we stand in"),
        (("dossier", "story", "--open", "--out", "-"), "needs a page", "stdout is no page"),
    ],
)
def test_what_would_be_destroyed_is_refused_in_one_line(
    arguments: tuple[str, ...], said: str, reason: str, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(story / "a.txt")
    (tmp_path / "twin").hardlink_to(story / "a.txt")
    (tmp_path / "round").symlink_to("round")
    (tmp_path / "to_new").symlink_to("new")
    before = sorted(tmp_path.rglob("*"))
    ran = run(*arguments, cwd=tmp_path, stdin="story/a.txt\n")
    assert ran.returncode == 2, reason
    assert said in ran.stderr, reason
    assert len(ran.stderr.splitlines()) == 1, reason
    assert sorted(tmp_path.rglob("*")) == before, reason
    assert (story / "a.txt").read_text(encoding="utf-8") == STORY, reason


def test_the_page_is_written_even_where_nobody_reads_the_summary(
    story: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    command = [*TWOSOURCE, "dossier", str(story), "--out", str(page)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None
        ran.stdout.close()  # as `| head` does
        ran.wait()
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")


def test_what_was_written_into_the_folder_is_no_article_of_the_next_run(story: Path) -> None:
    outputs = {
        "dossier": ("--out=d.html", "--json=d.json"),
        "quotes": ("--csv=q.csv", "--json=q.json"),
        "timeline": ("--ics=t.ics", "--csv=t.csv", "--json=t.json", "--timelinejs=s.json"),
        "ingest": ("--json=i.json",),
    }
    for command, options in outputs.items():
        for _ in range(2):  # an output of the last run may be written anew
            assert run(command, ".", *options, cwd=story).returncode in {0, 1}
    written = [option.partition("=")[2] for options in outputs.values() for option in options]
    ran = run("ingest", story)
    assert ran.stdout.startswith("a.txt\n")
    for name in written:
        assert f"{name}\n  set aside: written by twosource itself" in ran.stdout


def test_a_list_with_nuls_between_its_paths_is_read(story: Path) -> None:
    assert "Ferry sinks" in run("ingest", "-", stdin=f"{story}/a.txt\0").stdout


def test_a_list_that_is_empty_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A heron landed on the roof of the town hall and stayed.")
    assert run("quotes", tmp_path).stderr == "no statement was found\n"


def test_a_line_of_the_list_stays_one_line_whatever_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a\nb\x1b.txt").write_text(STORY, encoding="utf-8")
    (line,) = run("quotes", tmp_path).stdout.splitlines()
    assert "\x1b" not in line


def interruptible() -> None:
    """A child of a shell's background job would ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_at_work_is_one_line_and_exit_code_130(story: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    os.mkfifo(first)
    os.mkfifo(second)
    command = [*TWOSOURCE, "quotes", str(story), "--csv", str(first), "--json", str(second)]
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        preexec_fn=interruptible,  # noqa: PLW1509 - there are no threads here
    ) as ran:
        first.read_bytes()  # now it waits for a reader of the second
        ran.send_signal(signal.SIGINT)
        _, said = ran.communicate()
    assert ran.returncode == 130
    assert said.decode().splitlines()[-1] == "twosource: interrupted"
    assert b"Traceback" not in said


# Writes a file and is sent the signal of this number just before the file takes its place.
DISTURBED = """import os, sys
from pathlib import Path
from twosource.__main__ import answer_ctrl_c
from twosource.cli.output import write
answer_ctrl_c()
replace = Path.replace
def disturbed(file, place):
    os.kill(os.getpid(), int(sys.argv[1]))
    return replace(file, place)
Path.replace = disturbed
write(Path("a.json"), b"[1]")
print("went on")
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -15)])
def test_a_program_ended_while_it_writes_leaves_nothing_unfinished(
    number: int, code: int, tmp_path: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", DISTURBED, str(int(number))],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        preexec_fn=interruptible,
    )
    assert (ran.returncode, ran.stdout) == (code, b"")
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]


def no_stdout() -> None:
    """What a shell does with `>&-`."""
    os.close(1)


def test_a_stdout_that_is_closed_is_said_in_one_line(story: Path) -> None:
    ran = subprocess.run(
        [*TWOSOURCE, "dossier", str(story), "--out", "-"],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=no_stdout,
    )
    assert (ran.returncode, ran.stderr) == (
        2,
        "twosource: stdout is closed: name a file to write to\n",
    )


def test_a_list_of_nothing_is_known_as_our_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A heron landed on the roof of the town hall and stayed.")
    for _ in range(2):
        assert run("timeline", ".", "--json=t.json", cwd=tmp_path).returncode in {0, 1}
    assert (tmp_path / "t.json").read_text().split() == ["[]"]
    assert "t.json\n  set aside: written by twosource itself" in run("ingest", tmp_path).stdout


@pytest.mark.parametrize(
    ("command", "outputs"), [("dossier", 2), ("quotes", 2), ("timeline", 4), ("ingest", 1)]
)
def test_help_says_of_every_output_that_it_may_be_stdout(command: str, outputs: int) -> None:
    told = " ".join(run(command, "--help").stdout.split())
    assert told.count("- is stdout.") == outputs


def test_ctrl_c_in_the_middle_of_an_import_is_one_line_too(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    ran = subprocess.run(
        [*TWOSOURCE, "--help"],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=interruptible,
    )
    assert (ran.returncode, ran.stderr) == (130, "twosource: interrupted\n")


@pytest.mark.parametrize(
    ("given", "said"),
    [("It sank like a stone.\nNobody knows why.\n", "nothing on stdin is a path"), ("\n", "empty")],
)
def test_a_text_on_stdin_is_not_taken_for_a_list(given: str, said: str) -> None:
    ran = run("dossier", "-", stdin=given)
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [("ingest", "a" * 300), ("ingest", "story", "--json", "a" * 300)]
)
def test_a_name_too_long_for_the_disk_is_said(
    arguments: tuple[str, ...], story: Path, tmp_path: Path
) -> None:
    ran = run(*arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert story.is_dir()
    assert "File name too long" in ran.stderr
    assert "defect" not in ran.stderr


def full() -> None:
    """A disk that has room for nothing more."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


@pytest.mark.parametrize("options", [(), ("--json", "old.json")])
def test_where_the_disk_is_full_one_line_says_so_and_nothing_is_lost(
    options: tuple[str, ...], story: Path, tmp_path: Path
) -> None:
    (tmp_path / "old.json").write_text("old")
    command = [*TWOSOURCE, "ingest", str(story), *options]
    with (tmp_path / "stdout").open("wb") as stdout:
        ran = subprocess.run(
            command,
            cwd=tmp_path,
            stdout=stdout,
            stderr=subprocess.PIPE,
            check=False,
            preexec_fn=full,
        )
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert b"File too large" in ran.stderr
    assert (tmp_path / "old.json").read_text() == "old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["old.json", "stdout", "story"]
