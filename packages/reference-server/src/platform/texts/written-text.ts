/**
 * What a text that a person writes may consist of. Control characters forge lines in files and logs, and the signs that embed, override or
 * isolate a direction of writing (U+202A to U+202E, U+2066 to U+2069) show a text in another order than it is stored. The marks that only
 * hint at a direction (U+200E, U+200F, U+061C) are part of Arabic and Hebrew texts and stay.
 */
const plain = /^[\x20-\x7e]*$/
const refusedInLines = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const refusedInTexts = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u

/** Letters, digits and signs: what is neither a space nor invisible (joiners, fillers, marks without a letter). */
const visible = /[^\p{White_Space}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

/** One line: no control characters at all. */
export const isLine = (text: string): boolean => plain.test(text) || !refusedInLines.test(text)

/** Several lines: line breaks and tabs are allowed, as in what is pasted from a table. */
export const isMultilineText = (text: string): boolean => plain.test(text) || !refusedInTexts.test(text)

/** Not blank: a name of spaces or of invisible characters names no person. */
export const isVisible = (text: string): boolean => visible.test(text)
