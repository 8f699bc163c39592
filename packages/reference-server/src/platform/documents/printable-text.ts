/** Characters that steer the direction of what follows: with them `exe.txt` reads as `txt.exe`, and a dose as another. */
const directionControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
/** Not drawn, and able to hide one text within another. Joiners stay: Persian and Indic spelling needs them. */
const invisible = /\u034F|[\u00AD\u180E\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB]/gu
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu

// oxlint-disable-next-line no-control-regex -- so is what has ended lines since the teletype
const lineEnds = /\r\n?|[\u000B\u000C\u2028\u2029\u0085]/gu

/**
 * The text as it can be printed: composed (NFC), its lines split by `\n` alone, without control characters and without anything that
 * makes a reader see another order than was written. The stored text is not touched; this is its image on paper.
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
