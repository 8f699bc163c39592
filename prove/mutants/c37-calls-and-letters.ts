import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const reach = 'src/domains/directory/model/how-to-reach.ts'
const screens = (name: string) => serverTest('tests/confidential-contact.test.ts', name)
const choice = (name: string) => serverTest('domains/directory/tests/contact-choice.test.ts', name)
const shown = (name: string) => elementTest('src/settings/contact-part.test.ts', name)

/** The part of C37 about calls and letters of staff. */
export const callsAndLetters: Promised['clauses'] = {
  'Staff call only the number that the patient chose, on every screen with its words, or no one': [
    inServer(
      'C37-the-number-on-record',
      reach,
      ['only: contact?.callPhone, none: undefined', 'only: phone, none: undefined'],
      choice('is kept as chosen, and from then on staff see nothing else'),
      screens('an alert has only that number'),
      screens('the list for a time without the system has only that number'),
    ),
    inServer(
      'C37-calls-all-the-same',
      reach,
      ['only: contact?.callPhone, none: undefined', 'only: contact?.callPhone, none: phone'],
      screens('an alert of a patient who wants no calls has no number'),
    ),
    inServer(
      'C37-leaves-a-message',
      reach,
      ['leaveMessage: contact?.leaveMessage ?? false', 'leaveMessage: true'],
      choice('is kept as chosen, and from then on staff see nothing else'),
    ),
    inServer(
      'C37-the-record-for-staff',
      'src/domains/directory/presenters/present-patient.ts',
      ["(own || reach.call.rule === 'recorded') && { phone }", '{ phone }'],
      choice('is kept as chosen, and from then on staff see nothing else'),
    ),
    inServer(
      'C37-the-number-of-an-old-visit',
      'src/domains/visits/presenters/present-visit.ts',
      ['visit.endedAt === null ||', 'visit.id !== null ||'],
      screens('during a visit staff have the number that the patient gave for it'),
    ),
    inFile(
      'C37-the-number-without-its-words',
      'packages/elements/src/core/how-to-reach.ts',
      ["leaveMessage !== undefined && t(leaveMessage ? 'mayLeave' : 'leaveNone')", 'false'],
      shown('the list of a time without the system has only the number'),
    ),
    inFile(
      'C37-calls-the-number-that-wrote',
      'packages/elements/src/partner-messages/partner-message-view.ts',
      ["rule === 'recorded')", 'rule !== null)'],
      shown('a text from a number that the patient does not want called is no link'),
    ),
  ],
  'every letter is written to the name and the address that the patient chose': [
    inServer(
      'C37-the-address-of-the-record',
      reach,
      ['only: contact?.letterAddress, none: undefined', 'only: address, none: undefined'],
      screens('every letter is written to the chosen name and address'),
    ),
    inServer(
      'C37-a-letter-without-an-addressee',
      'src/platform/documents/write-pdf.ts',
      ['of [...addresseeBlocks(document), ...document.blocks]) drawBlock', 'of document.blocks) drawBlock'],
      screens('every letter is written to the chosen name and address'),
    ),
    inServer(
      'C37-the-official-name-on-letters',
      'src/platform/documents/addressee-of.ts',
      ['addressAs ?? displayName', 'displayName'],
      screens('every letter is written to the chosen name and address'),
    ),
  ],
  'A number or an address that is shown in another way is a failing test': [
    inFile(
      'C37-another-way-to-a-number',
      'packages/reference-server/src/domains/follow-up/workflows/gather-alert-details.ts',
      [
        'ports.directory.patient(context, alert.patientId),',
        'ports.directory.patient(context, alert.patientId).then(({ call, ofRecord }) => ({ call, ofRecord })),',
      ],
      screens('of the record is read only for those who know the person by it'),
    ),
  ],
  'The patient chooses it without a reason, a proxy only with the scope of the record, and it stays with the person': [
    inServer(
      'C37-any-proxy-reads-the-choice',
      'src/domains/directory/operations/get-contact-choice.ts',
      ["'record', context.now", "'schedule', context.now"],
      choice('is for a proxy only with the scope of the record'),
    ),
    inServer(
      'C37-the-choice-stays-behind',
      'src/domains/directory/operations/link-patient.ts',
      ['before.contact !== undefined && other.contact === undefined', 'before.contact === null'],
      choice('goes with the person to the record that is used instead'),
    ),
  ],
}
