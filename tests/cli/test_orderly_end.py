import pytest
import typer

from newsie.cli.messages import Messages
from newsie.cli.orderly_end import orderly_end
from newsie.errors import InputError, ModelError


def ended_with(error):
    with pytest.raises(typer.Exit) as end, orderly_end(Messages()):
        raise error
    return end.value.exit_code


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (InputError("a.txt: is empty; give an article"), 2, "newsie: a.txt: is empty; give an article\n"),
        (ModelError("m: has no ner;\ngive another"), 2, "newsie: m: has no ner;\\ngive another\n"),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_line_and_exit_code(error, code, line, capsys):
    assert ended_with(error) == code
    assert capsys.readouterr().err == line


def test_errors_that_were_told_count_at_the_end():
    messages = Messages(quiet=True)
    with pytest.raises(typer.Exit) as end, orderly_end(messages):
        messages.error(InputError("a.txt: is empty; give an article"))
    assert end.value.exit_code == 2


def test_warnings_do_not_count(capsys):
    messages = Messages()
    with orderly_end(messages):
        messages.warning("a.txt: is in Norwegian")
    assert capsys.readouterr().err == "newsie: a.txt: is in Norwegian\n"


def test_a_defect_is_not_hidden():
    with pytest.raises(ZeroDivisionError), orderly_end(Messages()):
        raise ZeroDivisionError
