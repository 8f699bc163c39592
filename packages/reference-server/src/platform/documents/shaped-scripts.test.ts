import { describe, expect, it } from 'vitest'
import { loadFontRegistry } from './font-registry.ts'
import { printableText } from './printable-text.ts'

/** Each glyph of a word as the PDF draws it, with the place of its outline: `left, bottom` in units of the font. */
const drawn = async (word: string): Promise<string> => {
  const text = printableText(word)
  const fonts = await loadFontRegistry([text])
  const face = fonts.fontFaceFor(text.codePointAt(0) ?? 0, 'regular')
  if (face === null) throw new Error(`no font has ${word}`)
  const { glyphs, positions } = face.font.layout(text)
  let x = 0
  return glyphs
    .map((glyph, at) => {
      const { xOffset = 0, yOffset = 0, xAdvance = 0 } = positions[at] ?? {}
      const place = `${Math.round(x + xOffset)},${Math.round(yOffset)}`
      x += xAdvance
      return `${glyph.id}@${place}`
    })
    .join(' ')
}

/*
 * Names in scripts whose letters are reordered, joined or stacked. Expected is what HarfBuzz 15 makes of the same font, glyph by glyph and to
 * the unit. A release of a font may number its glyphs otherwise: compare with HarfBuzz again (docs/decisions/0164).
 */
describe('a name is drawn as HarfBuzz draws it', () => {
  it.each([
    ['น้ำใจ', '61@0,0 57@613,0 47@584,0 76@613,0 79@1019,0 6@1279,0'],
    ['สมชาย', '100@0,0 54@572,0 7@1186,0 76@1736,0 126@2142,0'],
    ['ปิ่นทอง', '70@0,0 83@605,0 42@467,-59 61@605,0 107@1218,0 62@1827,0 56@2401,0'],
    ['ผู้ป่วย', '68@0,0 93@649,0 45@649,0 70@648,0 41@1254,0 124@1253,0 126@1745,0'],
    ['จ้ำม่ำ', '6@0,0 57@541,0 47@512,0 76@532,0 54@938,0 57@1560,0 42@1531,0 76@1552,0'],
    ['ศิริวัฒน์', '98@0,0 82@617,0 71@628,0 82@1165,0 124@1116,0 43@1618,0 106@1608,0 61@2511,0 102@3124,0'],
    ['ฝั่ง', '15@0,0 44@630,0 42@443,-40 56@652,0'],
    ['தமிழ்', '25@0,0 29@825,0 42@1683,0 94@1945,0'],
    ['கௌரி', '46@0,0 18@901,0 54@1726,0 31@2796,0 42@3436,0'],
    ['பொன்', '46@0,0 28@901,0 41@1679,0 86@2288,0'],
    ['ஸ்ரீ', '163@0,0'],
    ['லக்ஷ்மி', '33@0,0 100@1013,0 29@2864,0 42@3722,0'],
    ['சுப்ரமணியன்', '108@0,0 87@867,0 31@1645,0 29@2285,0 24@3143,0 42@4791,0 30@5053,0 86@6016,0'],
    ['டீ', '115@0,0'],
  ])('%s', async (word, expected) => {
    expect(await drawn(word)).toBe(expected)
  })
})
