import type { NameUse } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** The names of a patient or a practitioner. */
export const namesEn = {
  official: 'Official name',
  officialHint: 'As the passport or license shows it.',
  given: 'First name',
  middle: 'Middle names',
  family: 'Last name',
  suffix: 'Suffix, such as Jr',
  nameMissing: 'Enter a first or a last name.',
  save: 'Save name',
  saved: 'The name is saved.',

  others: 'Other names',
  othersHint: 'Such as an old name, a nickname, or the name in another script.',
  noOthers: 'No other names.',
  use_usual: 'Name in everyday use',
  use_nickname: 'Nickname',
  use_maiden: 'Name before marriage',
  use_old: 'Former name',
  addName: 'Add a name',
  kind: 'Kind of name',
  add: 'Add name',
  added: 'The name is added.',
  remove: 'Remove',
  removeOf: 'Remove: {name}',
  removed: 'Removed: {name}',

  cards: 'Name on the insurance card',
  cardsHint: 'Fill it in only if the card has the name in another spelling.',
  cardSame: 'No other spelling is on record.',
  cardAdd: 'Enter the name on the card',
  cardAddOf: 'Enter the name on the card: {name}',
  cardClear: 'The card has the official name',
  noCoverage: 'No insurance is on record.',
} as const satisfies Messages & CodeWords<'use', NameUse>
