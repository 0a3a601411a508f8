#!/usr/bin/env python3
"""Writes an assembler file that takes files into a program, and the C++ table of them.

usage: embed_files.py NAME OUTPUT_DIR (--folder DIR | --files FILE…)
Output: NAME.S, NAME.cc and embedded/NAME.h below OUTPUT_DIR; written only when they change. The assembler file
names every file's digest, so that a changed file is taken in anew.
"""
import hashlib
import pathlib
import sys


def chosen(arguments: list[str]) -> list[tuple[str, pathlib.Path]]:
    """Pairs (relative path with slashes, file) in order of the path."""
    if arguments[0] == "--files":
        return sorted((pathlib.Path(a).name, pathlib.Path(a).resolve(strict=True)) for a in arguments[1:])
    folder = pathlib.Path(arguments[1])
    if not folder.is_dir():
        print(f"warning: {folder} does not exist; nothing is embedded", file=sys.stderr)
        return []
    return sorted((f.relative_to(folder).as_posix(), f.resolve()) for f in folder.rglob("*") if f.is_file())


def literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def assembler(name: str, files: list[tuple[str, pathlib.Path]]) -> str:
    lines = ['.section .rodata']
    for number, (_, file) in enumerate(files):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        lines += [f"// {digest}", ".balign 16", f".global embedded_{name}_{number}", f"embedded_{name}_{number}:",
                  f".incbin {literal(str(file))}", f".global embedded_{name}_{number}_end",
                  f"embedded_{name}_{number}_end:", ".byte 0"]
    return "\n".join([*lines, '.section .note.GNU-stack,"",%progbits', ""])


def table(name: str, files: list[tuple[str, pathlib.Path]]) -> str:
    symbols = [f"embedded_{name}_{n}" for n in range(len(files))]
    declared = "\n".join(f'extern "C" const char {s}[];\nextern "C" const char {s}_end[];' for s in symbols)
    rows = ",\n".join(
        f"          {{{literal(path)}, {{{s}, static_cast<std::size_t>({s}_end - {s})}}}}"
        for s, (path, _) in zip(symbols, files))
    return (f'#include "embedded/{name}.h"\n\n#include <cstddef>\n\n{declared}\n\nnamespace goodturn::embedded {{\n\n'
            f"std::vector<std::pair<std::string_view, std::string_view>> {name}() {{\n"
            f"  return {{\n{rows}}};\n}}\n\n}}  // namespace goodturn::embedded\n")


def header(name: str) -> str:
    return (f"#pragma once\n\n#include <string_view>\n#include <utility>\n#include <vector>\n\n"
            f"namespace goodturn::embedded {{\n\n/// (relative path, bytes) of every embedded file, by path.\n"
            f"[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> {name}();\n\n"
            f"}}  // namespace goodturn::embedded\n")


def main() -> None:
    name, output = sys.argv[1], pathlib.Path(sys.argv[2])
    files = chosen(sys.argv[3:])
    for path, text in ((f"{name}.S", assembler(name, files)), (f"{name}.cc", table(name, files)),
                       (f"embedded/{name}.h", header(name))):
        target = output / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists() or target.read_text() != text:
            target.write_text(text)


if __name__ == "__main__":
    main()
