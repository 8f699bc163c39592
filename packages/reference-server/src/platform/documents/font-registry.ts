import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import decompressWoff2 from 'woff2-encoder/decompress'

/** One file of a font family. It covers some ranges of characters. */
export interface FontFace {
  readonly name: string
  /** Width of the stroke that thickens the glyphs, relative to the font size; 0 for none. */
  readonly thickness: number
  readonly font: Font
}
export type Weight = 'regular' | 'bold'

interface Family {
  readonly package: string
  /** Prefix of the package's files, without weight and extension. */
  readonly prefix: string
  /** Only these subsets, in this order; null for all. */
  readonly subsets: readonly string[] | null
  readonly isVariable: boolean
}

/** In order of preference. All have the license SIL Open Font License 1.1. */
const families: readonly Family[] = [
  {
    package: '@fontsource/noto-sans',
    prefix: 'noto-sans',
    subsets: ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext', 'devanagari'],
    isVariable: false,
  },
  { package: '@fontsource/noto-sans-arabic', prefix: 'noto-sans-arabic', subsets: ['arabic'], isVariable: false },
  { package: '@fontsource/noto-sans-hebrew', prefix: 'noto-sans-hebrew', subsets: ['hebrew'], isVariable: false },
  { package: '@fontsource/noto-sans-thai', prefix: 'noto-sans-thai', subsets: ['thai'], isVariable: false },
  { package: '@fontsource/noto-sans-tamil', prefix: 'noto-sans-tamil', subsets: ['tamil'], isVariable: false },
  { package: '@fontsource-variable/noto-sans-sc', prefix: 'noto-sans-sc', subsets: null, isVariable: true },
  { package: '@fontsource-variable/noto-sans-kr', prefix: 'noto-sans-kr', subsets: null, isVariable: true },
]

/**
 * Chinese and Korean are one variable font whose default instance is the thinnest: static files of each weight would take 70 MB. A stroke
 * around its glyphs gives them the weight of the other fonts.
 */
const thicknessOf = { regular: 0.03, bold: 0.06 } as const

interface Subset {
  readonly family: Family
  readonly name: string
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

const require = createRequire(import.meta.url)
let subsets: Promise<readonly Subset[]> | undefined
/** Read once per process: a page of text needs two or three of about two hundred files. */
const loaded = new Map<string, Promise<Buffer>>()

const readSubsets = async (): Promise<readonly Subset[]> =>
  (
    await Promise.all(
      families.map(async (family): Promise<Subset[]> => {
        const path = require.resolve(`${family.package}/unicode.json`)
        const rangesOf = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>
        const names = family.subsets ?? Object.keys(rangesOf)
        return names.map((name) => ({
          family,
          name: name.replaceAll(/[[\]]/g, ''),
          ranges: (rangesOf[name] ?? '').split(',').map(rangeOf),
        }))
      }),
    )
  ).flat()

/** `U+4E00-9FFF` or `U+4E00`. */
const rangeOf = (text: string): readonly [number, number] => {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

/**
 * Each document gets its own font instance, because fontkit remembers the characters of a glyph from its first use. To embed an `Ñ` it
 * also embeds the `N` in it, which represents no character. In every later document with the same instance, an `N` could not be copied,
 * searched or read aloud.
 */
const load = async ({ family, name }: Subset, weight: Weight): Promise<Font> => {
  const style = family.isVariable ? 'wght-normal.woff2' : `${weight === 'bold' ? 700 : 400}-normal.woff`
  const path = `${family.package}/files/${family.prefix}-${name}-${style}`
  const bytes =
    loaded.get(path) ??
    readFile(require.resolve(path)).then(async (read) =>
      // WOFF 2.0 transforms glyphs, and the subset that fontkit would embed draws nothing.
      family.isVariable ? Buffer.from(await decompressWoff2(read)) : read,
    )
  loaded.set(path, bytes)
  return create(await bytes)
}

/** Which face draws each character of the given texts. */
export interface FontRegistry {
  /** Null if no font has the character. */
  fontFaceFor(codePoint: number, weight: Weight): FontFace | null
}

export const loadFontRegistry = async (texts: Iterable<string>): Promise<FontRegistry> => {
  subsets ??= readSubsets()
  const all = await subsets
  const codePoints = new Set<number>()
  for (const text of texts) for (const character of text) codePoints.add(character.codePointAt(0) ?? 0)

  // One object per face: adjacent characters with the same face are shaped together, because Arabic letters take their form from adjacent
  // ones.
  const opened = new Map<string, FontFace>()
  const openFontFace = async (subset: Subset, weight: Weight): Promise<FontFace> => {
    const { family } = subset
    const name = `${family.prefix}-${subset.name}-${weight}`
    const face = opened.get(name) ?? {
      name,
      thickness: family.isVariable ? thicknessOf[weight] : 0,
      font: await load(subset, weight),
    }
    opened.set(name, face)
    return face
  }
  const fontFaces = new Map<string, FontFace>()
  for (const codePoint of [...codePoints].toSorted((a, b) => a - b)) {
    const candidates = all.filter(({ ranges }) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to))
    for (const weight of ['regular', 'bold'] as const) {
      for (const candidate of candidates) {
        const face = await openFontFace(candidate, weight)
        if (!face.font.hasGlyphForCodePoint(codePoint)) continue
        fontFaces.set(`${codePoint} ${weight}`, face)
        break
      }
    }
  }
  return { fontFaceFor: (codePoint, weight) => fontFaces.get(`${codePoint} ${weight}`) ?? null }
}
