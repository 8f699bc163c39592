import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'textMacros.list' | 'textMacros.putShared' | 'textMacros.removeShared'

export const sharedMacrosEn = {
  loading: 'Loading the text macros',
  hint: 'A clinician types a dot and the word in a note. Write no patient’s data.',
  none: 'The clinic shares no text macro yet.',
  add: 'Add a text macro',
  change: 'Change',
  changeName: 'Change: {name}',
  remove: 'Delete',
  removeName: 'Delete: {name}',
  removeAsk: 'Delete .{name} for everyone? Notes that have its text keep it.',
  removeYes: 'Yes, delete it',
  removeNo: 'Keep it',
  removed: 'Deleted.',
  newHeading: 'A new text macro',
  changeHeading: 'Change .{name}',
  name: 'Word',
  nameHint: '2 to 30 small letters of a to z, digits or hyphens, beginning with a letter, e.g. {example}.',
  nameFault: 'Write a word of 2 to 30 small letters, digits or hyphens. It begins with a letter.',
  nameTaken: 'The clinic has a macro .{name} already. Choose another word, or change that macro.',
  text: 'Text',
  textFault: 'Write the text that the word stands for.',
  textLong: 'The text has more than {most} letters. Shorten it.',
  save: 'Save',
  saving: 'Saving',
  cancel: 'Cancel',
  saved: 'The text macro is saved.',
  problem_version_conflict: [
    'A colleague changed this macro',
    'Nothing was changed. What you typed is still here.',
    'Compare it with the list, then save again.',
  ],
  problem_too_many_macros: [
    'The clinic has 200 text macros, and there can be no more',
    'What you typed is still here.',
    'Delete one that nobody uses, then save again.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
