/** Characters that control text direction. With them `exe.txt` displays as `txt.exe`, and a dose as another dose. */
const directionControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
/** Not drawn, and able to hide text within other text. Joiners stay, because Persian and Indic spelling needs them. */
const invisible = /\u034F|[\u00AD\u180E\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]/gu
// oxlint-disable-next-line no-control-regex -- control characters are removed
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu

// oxlint-disable-next-line no-control-regex -- line terminators other than a line feed are replaced
const lineEnds = /\r\n?|[\u000B\u000C\u2028\u2029\u0085]/gu

/**
 * A tone mark with SARA AM is drawn as its two parts around the tone, as HarfBuzz does it: fontkit has no shaper for Thai, and would draw the tone
 * next to the ring instead of above it.
 */
const saraAm = /([\u0E48-\u0E4B])\u0E33/gu

/**
 * Of scripts whose letters are drawn in another order than they are written: the text, for who copies, searches or hears it. Null for others.
 */
export const textAsWritten = (printed: string): string | null =>
  /[\p{Script=Devanagari}\p{Script=Tamil}\u0E4D]/u.test(printed)
    ? printed.replaceAll(/\u0E4D([\u0E48-\u0E4B])\u0E32/gu, '$1\u0E33')
    : null

/**
 * The text as it is printed: composed (NFC), lines separated by `\n` only, without control characters and without characters that change
 * the displayed order. The stored text is not changed.
 */
export const printableText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(lineEnds, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(directionControls, '')
    .replaceAll(invisible, '')
    .replaceAll(controls, '')
    .replaceAll(saraAm, '\u0E4D$1\u0E32')
