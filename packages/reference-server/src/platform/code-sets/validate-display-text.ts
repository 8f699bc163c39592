// oxlint-disable-next-line no-control-regex -- matches control characters
const controls = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/u
/** These make a dose or a code display in another order than it is stored. */
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** Why a name may not appear in a selection list, as a remedy; null if it may. A formula is text like any other. */
export const validateDisplayText = (text: string): string | null => {
  if (text.includes('\uFFFD')) return 'Save the file as UTF-8: a character here cannot be read.'
  if (controls.test(text)) return 'Take out the control character or line break.'
  return directions.test(text) ? 'Take out the character that changes the direction of the text.' : null
}
