import stat

import pytest

from newsie.errors import InputError
from newsie.write.whole_file import whole_file


def write_until_interrupted(path):
    with whole_file(path) as stream:
        stream.write("new")
        raise KeyboardInterrupt


def test_appears_when_done(tmp_path):
    path = tmp_path / "out.json"
    with whole_file(path) as stream:
        stream.write("Türkiye\n")
        assert not path.exists()
    assert path.read_bytes() == "Türkiye\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_after_a_failure_the_old_file_is_as_it_was_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "out.json"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_until_interrupted(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_keeps_mode_and_link_of_the_old_file(tmp_path):
    path, link = tmp_path / "out.json", tmp_path / "link.json"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    with whole_file(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_device_is_written_to_and_stays(tmp_path):
    device = tmp_path / "null"
    device.symlink_to("/dev/null")
    with whole_file(device) as stream:
        stream.write("new")
    assert device.is_char_device()


@pytest.mark.parametrize("name", ["missing/out.json", "folder", "file.txt/out.json"])
def test_where_nothing_can_be_written(tmp_path, name):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").touch()
    with (
        pytest.raises(InputError, match=rf"{name}: cannot be written \(.*\); give -o a file"),
        whole_file(tmp_path / name),
    ):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.txt", "folder"]
