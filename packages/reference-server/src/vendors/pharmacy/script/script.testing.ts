import fc from 'fast-check'
import {
  fillStatuses,
  knownCodes,
  type ScriptBody,
  type ScriptCancelResponse,
  type ScriptMedication,
  type ScriptMessage,
  type ScriptResponse,
  type ScriptSubject,
} from './script-message.ts'

/** Names and notes that have broken other systems: delimiters, markup, entities, formulas, bidi controls. */
export const hostileTexts: readonly string[] = [
  'O*BRIEN~SE',
  'A^B',
  'X:Y',
  'DOE|EVIL\rOBX',
  '</LastName><FirstName>Forged</FirstName><LastName>',
  '<script>alert(1)</script>',
  '&amp;&lt;&#65;',
  ']]><!-- ',
  '=HYPERLINK("https://evil.example")',
  'right\u202Eleft',
  'zero\u200Bwidth e\u0301',
  '李小龍',
  'محمد',
  'N'.repeat(120),
  'X',
  ' padded ',
  'two\nlines\tand a tab',
]

export const sampleMedication: ScriptMedication = {
  description: 'lisinopril 10 MG Oral Tablet',
  code: { rxcui: '314076', qualifier: 'SCD' },
  quantity: { value: 30, unit: 'C48542' },
  daysSupply: 30,
  writtenDate: '2026-11-25',
  substitutionAllowed: true,
  refills: 3,
  diagnosisCode: 'I10',
  sigText: 'Take 1 tablet by mouth once a day.',
  sig: {
    method: 'Take',
    dose: 1,
    doseUnit: { text: 'tablet', code: 'C48542' },
    route: 'oral',
    timing: { timesPerDay: 1 },
  },
}

export const sampleSubject: ScriptSubject = {
  patient: {
    name: { lastName: 'Sample', firstName: 'Pat' },
    gender: 'F',
    birthDate: '1984-06-15',
    address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
    phone: '555-0142',
  },
  pharmacy: {
    ncpdpId: '9900001',
    npi: '1999999984',
    businessName: 'Example Street Pharmacy',
    address: { line1: '20 Example Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
    phone: '555-0160',
  },
  prescriber: {
    npi: '1234567893',
    stateLicense: 'X-OH',
    practiceName: 'Lakeside Health (sample)',
    name: { lastName: 'Example', firstName: 'Casey' },
    phone: '555-0100',
  },
  medication: sampleMedication,
}

export const sampleMessage = (body: ScriptBody, relatesToMessageId?: string): ScriptMessage => ({
  header: {
    to: { qualifier: 'P', id: '9900001' },
    from: { qualifier: 'D', id: 'visitkit-sample' },
    messageId: '0193a5c0d0a07000800000000000a001',
    ...(relatesToMessageId !== undefined && { relatesToMessageId }),
    sentTime: '2026-11-25T15:04:05Z',
    senderSoftware: { developer: 'Visitkit', product: 'reference-server', version: '0.1.0' },
    prescriberOrderNumber: '0193a5c0-d0a0-7000-8000-000000000001',
  },
  body,
})

/** One of each type, for examples and tables. */
export const sampleBodies: { readonly [Type in ScriptBody['type']]: Extract<ScriptBody, { type: Type }> } = {
  NewRx: { type: 'NewRx', ...sampleSubject },
  RxChangeRequest: {
    type: 'RxChangeRequest',
    requestCode: 'T',
    ...sampleSubject,
    requested: [
      { ...sampleMedication, description: 'lisinopril 20 MG Oral Tablet', code: { rxcui: '314077', qualifier: 'SCD' } },
    ],
  },
  RxChangeResponse: {
    type: 'RxChangeResponse',
    response: { outcome: 'Denied', reason: 'Please keep the dose.' },
    ...sampleSubject,
  },
  RxRenewalRequest: { type: 'RxRenewalRequest', ...sampleSubject },
  RxRenewalResponse: { type: 'RxRenewalResponse', response: { outcome: 'Approved' }, ...sampleSubject },
  CancelRx: { type: 'CancelRx', ...sampleSubject },
  CancelRxResponse: {
    type: 'CancelRxResponse',
    response: { outcome: 'Denied', reasonCode: 'AR', reason: 'Already dispensed.' },
  },
  RxFill: { type: 'RxFill', fill: { status: 'Dispensed', note: 'Dispensed.' }, ...sampleSubject },
  Status: { type: 'Status', code: '000' },
  Error: { type: 'Error', code: '900', descriptionCode: '1000', description: 'Rejected.' },
  Verify: { type: 'Verify', code: '010' },
}

const text = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  // Any text that a document can contain.
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .filter((each) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]*$/.test(each)),
)
const coded = (type: keyof typeof knownCodes) => fc.record({ code: fc.constantFrom(...knownCodes[type]) })
const maybe = <Value>(name: string, value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined }).map((each) => (each === undefined ? {} : { [name]: each }))
const merged = <Value>(...parts: fc.Arbitrary<object>[]): fc.Arbitrary<Value> =>
  fc.tuple(...parts).map((each) => Object.assign({}, ...each) as Value)

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10))
const name = merged<ScriptSubject['patient']['name']>(fc.record({ lastName: text }), maybe('firstName', text))
const address = merged<NonNullable<ScriptSubject['patient']['address']>>(
  fc.record({ line1: text, city: text, state: fc.constantFrom('OH', 'TX') }),
  maybe('line2', text),
  maybe('postalCode', text),
)
const sig = merged<NonNullable<ScriptMedication['sig']>>(
  fc.record({
    dose: fc.integer({ min: 1, max: 1_000_000 }).map((each) => each / 1000),
    doseUnit: merged(fc.record({ text }), maybe('code', text)),
    route: text,
    timing: fc.oneof(
      fc.record({ timesPerDay: fc.integer({ min: 1, max: 24 }) }),
      fc.record({ everyHours: fc.integer({ min: 1, max: 168 }) }),
    ),
  }),
  maybe('method', text),
  maybe('days', fc.integer({ min: 1, max: 365 })),
  maybe('asNeededFor', text),
  maybe('note', text),
)
const medication = merged<ScriptMedication>(
  fc.record({
    description: text,
    quantity: fc.record({ value: fc.integer({ min: 1, max: 9_999_999 }).map((each) => each / 1000), unit: text }),
    substitutionAllowed: fc.boolean(),
    sigText: text,
  }),
  maybe('code', fc.record({ rxcui: text, qualifier: fc.constantFrom('SCD', 'SBD') })),
  maybe('daysSupply', fc.integer({ min: 1, max: 365 })),
  maybe('writtenDate', date),
  maybe('refills', fc.integer({ min: 0, max: 99 })),
  maybe('diagnosisCode', text),
  maybe('note', text),
  maybe('sig', sig),
)
const subject = fc.record({
  patient: merged<ScriptSubject['patient']>(
    fc.record({ name, gender: fc.constantFrom('F', 'M', 'U'), birthDate: date }),
    maybe('address', address),
    maybe('phone', text),
  ),
  pharmacy: merged<ScriptSubject['pharmacy']>(
    fc.record({ ncpdpId: text, businessName: text }),
    maybe('npi', text),
    maybe('address', address),
    maybe('phone', text),
  ),
  prescriber: merged<ScriptSubject['prescriber']>(
    fc.record({ npi: text, name }),
    maybe('stateLicense', text),
    maybe('practiceName', text),
    maybe('phone', text),
  ),
  medication,
})
const cancelResponse: fc.Arbitrary<ScriptCancelResponse> = fc.oneof(
  merged<ScriptCancelResponse>(fc.constant({ outcome: 'Approved' }), maybe('note', text)),
  merged<ScriptCancelResponse>(fc.constant({ outcome: 'Denied' }), maybe('reasonCode', text), maybe('reason', text)),
)
const response: fc.Arbitrary<ScriptResponse> = fc.oneof(
  cancelResponse,
  merged<ScriptResponse>(fc.constant({ outcome: 'ApprovedWithChanges' }), maybe('note', text)),
)
const typed = <Type extends ScriptBody['type']>(
  type: Type,
  ...parts: fc.Arbitrary<object>[]
): fc.Arbitrary<ScriptBody> => merged<ScriptBody>(fc.constant({ type }), ...parts)

/** Every kind of message with any text that a document can contain. */
export const anyMessage: fc.Arbitrary<ScriptMessage> = fc.record({
  header: merged<ScriptMessage['header']>(
    fc.record({
      to: fc.record({ qualifier: fc.constantFrom('P', 'D', 'M'), id: text }),
      from: fc.record({ qualifier: fc.constantFrom('P', 'D', 'M'), id: text }),
      messageId: fc.stringMatching(/^[A-Za-z0-9-]{1,35}$/),
      sentTime: fc.constant('2026-11-25T15:04:05Z'),
      senderSoftware: fc.record({ developer: text, product: text, version: text }),
    }),
    maybe('relatesToMessageId', text),
    maybe('rxReferenceNumber', text),
    maybe('prescriberOrderNumber', text),
  ),
  body: fc.oneof(
    typed('NewRx', subject),
    typed(
      'RxChangeRequest',
      subject,
      fc.record({ requestCode: text, requested: fc.array(medication, { maxLength: 3 }) }),
    ),
    typed('RxChangeResponse', subject, fc.record({ response })),
    typed('RxRenewalRequest', subject),
    typed('RxRenewalResponse', subject, fc.record({ response })),
    typed('CancelRx', subject),
    typed('CancelRxResponse', fc.record({ response: cancelResponse })),
    typed(
      'RxFill',
      subject,
      fc.record({
        fill: merged(
          fc.record({ status: fc.constantFrom(...fillStatuses) }),
          maybe('reasonCode', text),
          maybe('note', text),
        ),
      }),
    ),
    typed('Status', coded('Status'), maybe('description', text)),
    typed('Error', coded('Error'), maybe('descriptionCode', text), maybe('description', text)),
    typed('Verify', coded('Verify'), maybe('description', text)),
  ),
})

/** A message as the documentation shows it: one element per line, which parses the same. */
export const indented = (bytes: Uint8Array): string => {
  let depth = 0
  const lines = new TextDecoder()
    .decode(bytes)
    .replaceAll(/(<\/?[A-Za-z?][^>]*>)(?=<)/g, '$1\n')
    .split('\n')
  return lines
    .map((line) => {
      if (line.startsWith('</')) depth -= 1
      const indentation = '  '.repeat(depth)
      if (/^<[A-Za-z]/.test(line) && !line.includes('</')) depth += 1
      return `${indentation}${line}`
    })
    .join('\n')
}

/** The message to which each example refers. */
export const exampleOf = (type: ScriptBody['type']): ScriptMessage => {
  const isOurs = ['NewRx', 'CancelRx', 'RxRenewalResponse', 'RxChangeResponse'].includes(type)
  const { header, body } = sampleMessage(
    sampleBodies[type],
    type === 'NewRx' ? undefined : '0193a5c0d0a07000800000000000a001',
  )
  const pharmacy = { qualifier: type === 'Status' ? 'M' : 'P', id: type === 'Status' ? 'SANDBOX' : '9900001' } as const
  const us = { qualifier: 'D', id: 'visitkit-sample' } as const
  return {
    header: {
      ...header,
      ...(isOurs ? { to: pharmacy, from: us } : { to: us, from: pharmacy }),
      messageId: type === 'NewRx' ? header.messageId : '0193a5c0d0a07000800000000000b002',
    },
    body,
  }
}
