import bidiFactory, { type Bidi } from 'bidi-js'
import LineBreaker from 'linebreak'
import type { FontFace, FontRegistry, Weight } from './font-registry.ts'

// The package is a CommonJS function; its types describe a module with a default export.
const bidi = (bidiFactory as unknown as () => Bidi)()

/** Text that is drawn with one face, in visual order from the left. */
export interface Run {
  readonly face: FontFace
  readonly text: string
  readonly width: number
}
export interface Line {
  readonly runs: readonly Run[]
  readonly width: number
}
export interface TextStyle {
  readonly size: number
  readonly weight: Weight
  /** The base direction of the paragraph: `auto` follows its first strong character. */
  readonly direction: 'ltr' | 'rtl' | 'auto'
}
/** Width of a text in a face, in points. */
export type Measure = (face: FontFace, text: string, size: number) => number

interface Character {
  readonly text: string
  readonly face: FontFace
  readonly level: number
  /** Letters of a right-to-left script, with the marks and spaces among them. The font reverses these itself. */
  readonly isRightToLeft: boolean
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const marks = /[\p{Mark}\u200C\u200D]/u
const spaces = /\s/u

/** Breaks a printable text (printable-text.ts) into lines no wider than `width` and brings each into visual order (UAX #9, UAX #14). */
export const layOutText = (
  text: string,
  width: number,
  style: TextStyle,
  fonts: FontRegistry,
  measure: Measure,
): Line[] => text.split('\n').flatMap((paragraph) => layOutParagraph(paragraph, width, style, fonts, measure))

const layOutParagraph = (
  paragraph: string,
  width: number,
  style: TextStyle,
  fonts: FontRegistry,
  measure: Measure,
): Line[] => {
  const drawn = replaceMissingGlyphs(paragraph, style.weight, fonts)
  const characters = charactersOf(drawn, style, fonts)
  if (characters.length === 0) return [{ runs: [], width: 0 }]
  const widthOf = (from: number, to: number): number =>
    runsOf(characters.slice(from, to)).reduce((sum, run) => sum + measure(run.face, run.text, style.size), 0)
  return breakLines(drawn, characters, width, widthOf).map(([from, to]) =>
    lineOf(trimmed(characters, from, to), style, measure),
  )
}

/** Replaces characters that no font has by their code point, so that a reader sees that something is there and can look it up. */
const replaceMissingGlyphs = (text: string, weight: Weight, fonts: FontRegistry): string =>
  Array.from(text)
    .map((character) => {
      const codePoint = character.codePointAt(0) ?? 0
      if (fonts.fontFaceFor(codePoint, weight)) return character
      return /[\p{Mark}\p{Cf}]/u.test(character) ? '' : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
    })
    .join('')

/** The characters of `U+1F600` and its brackets: the replacement for a character that cannot be drawn. */
export const spelledOut = '[]U+0123456789ABCDEF'

/** With a country code, or as they are written in North America. */
const telephoneNumbers = /\+\d[\d ()-]{6,}\d|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}|\d{3}-\d{4}/gu

/**
 * The embedding level of each UTF-16 unit (UAX #9). Next to Arabic letters the groups of a telephone number would be drawn in reverse
 * order: it is one number, and is read from left to right (its higher-level protocol HL4).
 */
const levelsOf = (text: string, direction: TextStyle['direction']): Uint8Array => {
  const levels = Uint8Array.from(bidi.getEmbeddingLevels(text, direction).levels)
  for (const { 0: number, index } of text.matchAll(telephoneNumbers)) {
    const range = levels.subarray(index, index + number.length)
    range.fill(Math.max(...range))
  }
  return levels
}

const charactersOf = (text: string, { weight, direction }: TextStyle, fonts: FontRegistry): Character[] => {
  const levels = levelsOf(text, direction)
  const characters: Character[] = []
  let at = 0
  for (const character of text) {
    const level = levels[at] ?? 0
    at += character.length
    const before = characters.at(-1)
    const codePoint = character.codePointAt(0) ?? 0
    // Marks stay with the letter before them, and spaces between words of a right-to-left script too, if their font has them.
    const isJoining = marks.test(character) || (before?.isRightToLeft === true && spaces.test(character))
    const own = fonts.fontFaceFor(codePoint, weight)
    const face = isJoining && before?.face.font.hasGlyphForCodePoint(codePoint) ? before.face : own
    if (!face) continue
    const isRightToLeft =
      level % 2 === 1 && (rightToLeft.test(character) || (isJoining && before?.isRightToLeft === true))
    characters.push({
      text: level % 2 === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character,
      face,
      level,
      isRightToLeft,
    })
  }
  return characters
}

/** The first character (inclusive) and the last (exclusive) of each line. */
const breakLines = (
  text: string,
  characters: readonly Character[],
  width: number,
  widthOf: (from: number, to: number) => number,
): [number, number][] => {
  const lines: [number, number][] = []
  let start = 0
  let end = 0
  const place = (to: number): void => {
    if (widthOf(start, visibleEnd(characters, start, to)) <= width) {
      end = to
      return
    }
    if (end > start) {
      lines.push([start, end])
      start = end
      place(to)
      return
    }
    // A single word wider than the line is broken where it no longer fits, never cut off.
    let fitting = start + 1
    while (fitting < to && widthOf(start, fitting + 1) <= width) fitting += 1
    lines.push([start, fitting])
    start = fitting
    end = fitting
    if (start < to) place(to)
  }
  for (const opportunity of opportunities(text)) place(Math.min(opportunity, characters.length))
  if (start < characters.length) lines.push([start, characters.length])
  return lines
}

/** Positions at which a line may break, in characters. */
const opportunities = (text: string): number[] => {
  const breaker = new LineBreaker(text)
  const positions: number[] = []
  let units = 0
  let count = 0
  const characters = Array.from(text)
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    while (units < found.position && count < characters.length) {
      units += characters[count]?.length ?? 0
      count += 1
    }
    positions.push(count)
  }
  return positions
}

const visibleEnd = (characters: readonly Character[], from: number, to: number): number => {
  let end = to
  while (end > from && characters[end - 1]?.text.trim() === '') end -= 1
  return end
}

const trimmed = (characters: readonly Character[], from: number, to: number): readonly Character[] =>
  characters.slice(from, visibleEnd(characters, from, to))

/** Splits into adjacent characters with the same face and direction. */
const runsOf = (
  characters: readonly Character[],
): { face: FontFace; text: string; level: number; turns: boolean }[] => {
  const runs: { face: FontFace; text: string; level: number; turns: boolean }[] = []
  for (const { text, face, level, isRightToLeft } of characters) {
    const last = runs.at(-1)
    if (last?.face === face && last.level === level && last.turns === isRightToLeft) last.text += text
    else runs.push({ face, text, level, turns: isRightToLeft })
  }
  return runs
}

const lineOf = (characters: readonly Character[], { size }: TextStyle, measure: Measure): Line => {
  const runs = inVisualOrder(runsOf(characters)).map(({ face, text, level, turns }) => {
    // Characters in right-to-left text that belong to no right-to-left script: the font does not reverse them, so this code does.
    const drawn = level % 2 === 1 && !turns ? Array.from(text).toReversed().join('') : text
    return { face, text: drawn, width: measure(face, drawn, size) }
  })
  return { runs, width: runs.reduce((sum, { width }) => sum + width, 0) }
}

/** UAX #9, rule L2: from the highest level down to the lowest odd level, reverses every run at that level or above. */
const inVisualOrder = <R extends { readonly level: number }>(runs: readonly R[]): R[] => {
  const ordered = [...runs]
  const levels = runs.map(({ level }) => level)
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1), Number.POSITIVE_INFINITY)
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from
      while (to < ordered.length && (ordered[to]?.level ?? -1) >= level) to += 1
      if (to > from + 1) ordered.splice(from, to - from, ...ordered.slice(from, to).toReversed())
      from = Math.max(from, to)
    }
  }
  return ordered
}
