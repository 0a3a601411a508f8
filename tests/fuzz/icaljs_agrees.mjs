// icaljs_agrees.mjs TELL_CALENDAR [SEED [COUNT]]: holds what core/text reads in calendars against ical.js, the reader
// inside Thunderbird. The calendars are those of the corpus and COUNT changed ones, made from SEED.
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const archive = "/usr/lib/thunderbird/omni.ja"
const member = "modules/calendar/Ical.sys.mjs"
const corpora = ["tests/fuzz/corpus/libical", "tests/fuzz/corpus/calendar", "tests/data/quirks"]
const plainTexts = new Set(["SUMMARY", "DESCRIPTION", "LOCATION", "UID", "COMMENT"])
const [program, seedWord = "1", countWord = "2000"] = process.argv.slice(2)

/** Numbers that follow from a seed (mulberry32). */
function numbersFrom(seed) {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const takeOut = "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"

async function readerOfThunderbird(folder) {
  const file = join(folder, "Ical.mjs")
  writeFileSync(file, execFileSync("/usr/bin/python3", ["-c", takeOut, archive, member], { maxBuffer: 1 << 28 }))
  const loaded = await import(file)
  return loaded.default ?? loaded.ICAL
}

/** Texts that are likely to be told apart by readers: escapes, folds, components in each other. */
function changed(seeds, below) {
  const values = ["a\\, b", "c\\;d", "e\\\\n", "f\\ng", "h\\Ni", "x:y;z=1", "long ".repeat(30) + "end", "\\\\\\,", "0", "-1"]
  const names = ["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "X-A", "X-B-C", "UID"]
  const lines = seeds[below(seeds.length)].replace(/\r\n[ \t]/g, "").split(/\r?\n/)
  for (let times = 1 + below(4); times > 0; --times) {
    const at = 1 + below(Math.max(lines.length - 2, 1))
    if (below(4) === 0) lines.splice(at, 1)
    else lines.splice(at, 0, `${names[below(names.length)]}:${values[below(values.length)]}`)
  }
  const fold = 5 + below(70)
  return lines.map(line => line.replace(new RegExp(`(.{${fold}})(?=.)`, "g"), "$1\r\n ")).join("\r\n")
}

function treeOf([name, properties, children]) {
  const told = properties.map(([key, , , value]) => [key.toUpperCase(), plainTexts.has(key.toUpperCase()) ? value : ""])
  return [name.toUpperCase(), told, children.map(treeOf)]
}

const folder = mkdtempSync(join(tmpdir(), "goodturn-icaljs-"))
try {
  const reader = await readerOfThunderbird(folder)
  const known = corpora.flatMap(place => readdirSync(place).filter(name => name.endsWith(".ics"))
    .map(name => readFileSync(join(place, name), "latin1")))
  const below = numbersFrom(Number(seedWord))
  const sound = known.slice(0, 3)
  const texts = [...known, ...Array.from({ length: Number(countWord) }, () => changed(sound, below))]
  const files = texts.map((text, at) => {
    const file = join(folder, `${at}.ics`)
    writeFileSync(file, text, "latin1")
    return file
  })
  const ours = execFileSync(program, files, { encoding: "utf8", maxBuffer: 1 << 28 }).trim().split("\n").map(JSON.parse)
  let compared = 0
  let refused = 0
  texts.forEach((text, at) => {
    if (ours[at] === null) return
    let theirs
    try {
      theirs = treeOf(reader.parse(text.trim()))
    } catch {
      ++refused
      return
    }
    ++compared
    if (JSON.stringify(theirs) !== JSON.stringify(ours[at]))
      throw new Error(`seed ${seedWord}, text ${at}:\n${text}\nours:   ${JSON.stringify(ours[at])}\nical.js: ${JSON.stringify(theirs)}`)
  })
  console.log(`${compared} calendars read alike, ${refused} refused by ical.js, of ${texts.length}`)
  if (compared < texts.length / 4) throw new Error("too few of them could be compared")
} finally {
  rmSync(folder, { recursive: true })
}
