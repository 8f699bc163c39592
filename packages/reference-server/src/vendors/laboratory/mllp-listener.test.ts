import { afterEach, expect, test } from 'vitest'
import { sendOverMllp } from './mllp/send-over-mllp.ts'
import { createMllpListener } from './mllp-listener.ts'
import type { Delivery, LaboratoryInbox, LaboratoryListener, UnsolicitedStatus } from './provider.ts'
import type { LaboratoryReport } from './report.ts'
import { anyHost } from '../../platform/egress/any-host.testing.ts'

let listener: LaboratoryListener | null = null
afterEach(async () => {
  await listener?.close()
})

const faults: string[] = []
type Ask = (lines: readonly string[], encoding?: BufferEncoding) => Promise<string>
const start = async (inbox: Partial<LaboratoryInbox>): Promise<Ask> => {
  const unexpected = (): never => {
    throw new Error('not this kind of message')
  }
  listener = createMllpListener({
    host: '127.0.0.1',
    port: 0,
    facilities: [
      { application: 'LAB', facility: 'NORTH', organizationId: 'north' },
      { application: 'LAB', facility: 'SOUTH', organizationId: 'south' },
      { application: 'LAB', facility: 'OLD', organizationId: 'north', characterSet: 'latin-1' },
      {
        ...{ application: 'LAB', facility: 'STRICT', organizationId: 'north' },
        receiver: { application: 'VISITKIT', facility: 'LAKESIDE' },
      },
    ],
    processing: 'P',
    inbox: { takeReports: unexpected, takeOrderStatusUpdates: unexpected, ...inbox },
    clock: () => new Date('2026-11-25T15:00:00Z'),
    onFault: (code) => void faults.push(code),
  })
  const { port } = await listener.listen()
  return async (lines, encoding = 'utf8') => {
    const bytes = Buffer.from(lines.join('\r'), encoding)
    return String(
      await sendOverMllp(anyHost, { host: '127.0.0.1', port }, bytes, () => true, AbortSignal.timeout(5_000)),
    )
  }
}

const header = (type: string, more = { facility: 'NORTH', id: 'C1', zone: '-0500' }): string =>
  `MSH|^~\\&|LAB|${more.facility}|VISITKIT|LAKESIDE|20261125100000${more.zone}||${type}|${more.id}|P|2.5.1|||||||UNICODE UTF-8`

test('a report is read completely: each test of each person, its measurements, flags, ranges and comments', async () => {
  const taken: (readonly [Delivery, readonly LaboratoryReport[]])[] = []
  const ask = await start({ takeReports: async (delivery, reports) => void taken.push([delivery, reports]) })
  const response = await ask([
    header('ORU^R01^ORU_R01'),
    'PID|1||77^^^LAB^PI||Sample^Pat^^^||19840615093000|F',
    'ORC|RE|7K3M9Q2X4TBN-1^VISITKIT|F-1^LAB',
    'OBR|1|||24321-2^Basic metabolic panel^LN^BMP^BMP^L|||20261125093000|||||||||||||||20261125094500||CH|F',
    'NTE|1|L|Specimen slightly hemolyzed.',
    'OBX|1|NM|2823-3^Potassium^LN||5.4|mmol/L^mmol/L^UCUM|3.5-5.1|H|||F|||20261125093000|||||||||Example Laboratory',
    'NTE|1|L|Repeated\\.br\\and confirmed.~See range.',
    'OBX|2|SN|33914-3^eGFR^LN||>^60|mL/min||N|||F',
    'OBX|3|ST|94500-6^SARS^LN|1|Not detected||||||F',
    'OBX|4|CWE|94500-6^SARS^LN|1|260415000^Not detected^SCT|||<~A|||C',
    'OBX|5|ED|11502-2^Report^LN||^application^pdf^Base64^AAAA||||||F',
    'OBX|6|NM|2951-2^Sodium^LN||""|mmol/L|||||X',
    'SPM|1|||119297000^Blood^SCT|||||||||||||||||HEM^Hemolyzed',
    'OBX|1|ST|SPMNOTE^About the specimen^L||Two tubes||||||F',
    'OBR|2|7K3M9Q2X4TBN-2|F-2|TSH^Thyrotropin^L|||||||||||||||||||||P',
    'PID|2||78||Other^Sam||1990|M',
    'OBR|1||F-3|K^Potassium^L|||||||||||||||||||||F',
    'SPM|1|||119297000^Blood^SCT',
    'OBX|1|NM|2823-3^Potassium^LN||7.4|||HH|||F',
  ])
  expect(response).toContain('MSA|AA|C1')
  const [[delivery, reports] = []] = taken
  expect(delivery).toMatchObject({ organizationId: 'north', source: 'LAB|NORTH', controlId: 'C1' })
  expect(reports).toMatchObject([
    {
      person: { family: 'Sample', given: 'Pat', birthDate: '1984-06-15', sex: 'F' },
      placerNumber: '7K3M9Q2X4TBN-1',
      fillerNumber: 'F-1',
      test: { code: 'BMP', loinc: '24321-2', name: 'Basic metabolic panel' },
      status: 'final',
      reportedAt: '2026-11-25T14:45:00.000Z',
      laboratory: 'Example Laboratory',
      note: 'Specimen slightly hemolyzed.',
      observations: [
        {
          loinc: '2823-3',
          value: '5.4',
          unit: 'mmol/L',
          referenceRange: '3.5-5.1',
          flag: 'H',
          status: 'final',
          observedAt: '2026-11-25T14:30:00.000Z',
          note: 'Repeated\nand confirmed.\nSee range.',
        },
        { loinc: '33914-3', value: '>60', flag: 'N' },
        { key: 'BMP//94500-6/1', value: 'Not detected', status: 'final' },
        { key: 'BMP//94500-6/1/2', value: 'Not detected', flag: 'LL', status: 'corrected' },
        { value: null, dataAbsentReason: null, note: null, document: { kind: 'other', bytes: 3, segment: 10 } },
        { value: null, dataAbsentReason: 'specimen-unsatisfactory', status: 'cancelled' },
        { name: 'About the specimen', value: 'Two tubes' },
      ],
    },
    { fillerNumber: 'F-2', status: 'partial', laboratory: 'NORTH', observations: [] },
    { person: { family: 'Other', birthDate: null }, fillerNumber: 'F-3', observations: [{ value: '7.4', flag: 'HH' }] },
  ])
})

test('each sender reaches only its own organization', async () => {
  const organizations: string[] = []
  const ask = await start({ takeReports: async ({ organizationId }) => void organizations.push(organizationId) })
  const report = ['PID|||1||S^P||19840615', 'OBR|1||F-1|K^K^L|||||||||||||||||||||F']
  await ask([header('ORU^R01', { facility: 'SOUTH', id: 'A', zone: '' }), ...report])
  await ask([header('ORU^R01', { facility: 'NORTH', id: 'B', zone: '' }), ...report])
  expect(await ask([header('ORU^R01', { facility: 'EAST', id: 'C', zone: '' }), ...report])).toContain('MSA|AR|C')
  expect(organizations).toEqual(['south', 'north'])
})

test('a message for another receiver is refused with the place of its name, and one that names none is not', async () => {
  const taken: string[] = []
  const ask = await start({ takeReports: async ({ controlId }) => void taken.push(controlId) })
  const send = (application: string, facility: string, id: string): Promise<string> =>
    ask([
      `MSH|^~\\&|LAB|STRICT|${application}|${facility}|20261125||ORU^R01|${id}|P|2.5.1`,
      ...['PID|||1||S^P||19840615', 'OBR|1||F-1|K^K^L|||||||||||||||||||||F'],
    ])
  expect(await send('VISITKIT', 'LAKESIDE', 'R1')).toContain('MSA|AA|R1')
  expect(await send('', '', 'R2')).toContain('MSA|AA|R2')
  expect(await send('VISITKIT', '', 'R3')).toContain('MSA|AA|R3')
  expect(await send('OTHERKIT', 'LAKESIDE', 'R4')).toMatch(/MSA\|AR\|R4\rERR\|\|MSH\^1\^5\|103\^/)
  expect(await send('VISITKIT', 'HILLSIDE', 'R5')).toMatch(/MSA\|AR\|R5\rERR\|\|MSH\^1\^6\|103\^/)
  expect(taken).toEqual(['R1', 'R2', 'R3'])
})

test('status updates of an order are read test by test', async () => {
  let updates: readonly UnsolicitedStatus[] = []
  const ask = await start({ takeOrderStatusUpdates: async (_, given) => void (updates = given) })
  await ask([
    header('ORL^O22^ORL_O22'),
    'MSA|AA|X',
    'ORC|CR|7K3M9Q2X4TBN-1',
    'NTE|1|L|As you asked.',
    'ORC|UC|7K3M9Q2X4TBN-2|F-2',
    'OBR|2|||K^Potassium^L',
    'ORC|SC|7K3M9Q2X4TBN-3',
    'NTE|1|L|Courier delayed.~Tomorrow.',
    'ORC|SC|7K3M9Q2X4TBN-4||||CA',
    'PID|1||X||Sample^Pat||19840615|F',
    'ORC|SC|7K3M9Q2X4TBN-5|||HD',
    'ORC|SC|7K3M9Q2X4TBN-6|||CA',
    'PID|2||Y||Other^Robin||19900101|M',
    'ORC|ZZ|7K3M9Q2X4TBN-7',
    'ORC|constructor|7K3M9Q2X4TBN-8',
    'ORC|OK||F-9',
    'OBR|1|7K3M9Q2X4TBN-9',
  ])
  const [pat, robin] = [
    { person: { family: 'Sample', given: 'Pat', birthDate: '1984-06-15', sex: 'F' }, part: 0 },
    { person: { family: 'Other', given: 'Robin', birthDate: '1990-01-01', sex: 'M' }, part: 1 },
  ]
  const status = (
    position: number,
    given: Pick<UnsolicitedStatus, 'status'> & Partial<UnsolicitedStatus>,
  ): UnsolicitedStatus => ({
    ...{ placerNumber: `7K3M9Q2X4TBN-${position}`, fillerNumber: '', text: null, test: null, person: null, part: 0 },
    ...given,
  })
  expect(updates).toEqual([
    status(1, { status: 'cancelled', text: 'As you asked.' }),
    status(2, {
      ...{ status: 'not-cancelled', fillerNumber: 'F-2' },
      test: { code: 'K', loinc: '', name: 'Potassium' },
    }),
    status(3, { status: 'informed', text: 'Courier delayed. Tomorrow.' }),
    status(4, { status: 'informed' }),
    status(5, { status: 'unknown', ...pat }),
    status(6, { status: 'cancelled', ...pat }),
    status(7, { status: 'unknown', ...robin }),
    status(8, { status: 'unknown', ...robin }),
    status(9, { status: 'accepted', fillerNumber: 'F-9', ...robin }),
  ])
})

test('a response without a test is refused, and a comment before a test is about it and about no other person', async () => {
  let updates: readonly UnsolicitedStatus[] = []
  const ask = await start({ takeOrderStatusUpdates: async (_, given) => void (updates = given) })
  expect(await ask([header('ORL^O22^ORL_O22'), 'MSA|AA|X', 'NTE|1|L|Nothing.'])).toMatch(
    /MSA\|AE\|C1\rERR\|\|ORC\^1\|101\^/,
  )
  await ask([
    header('ORL^O22^ORL_O22'),
    ...['MSA|AA|X', 'PID|1||X||Sample^Pat||19840615|F', 'NTE|1|L|Of Pat.'],
    ...['PID|2||Y||Other^Robin||19900101|M', 'NTE|1|L|Of Robin.', 'ORC|OK|7K3M9Q2X4TBN-1', 'ORC|OK|7K3M9Q2X4TBN-2'],
  ])
  expect(updates.map(({ text }) => text)).toEqual(['Of Robin.', null])
})

test('a message that cannot be stored is not acknowledged, and is accepted when it is sent again', async () => {
  let isDown = true
  const ask = await start({
    takeReports: async () => {
      if (isDown) throw new Error('Pat Sample: the database is away')
    },
  })
  const report = [header('ORU^R01'), 'PID|||1||Sample^Pat||19840615', 'OBR|1||F-1|K^K^L|||||||||||||||||||||F']
  const refused = await ask(report)
  expect(refused).toMatch(/MSA\|AE\|C1\rERR\|\|\|207\^/)
  expect(refused).not.toContain('Sample')
  expect(faults).toContain('hl7-207')
  isDown = false
  expect(await ask(report)).toContain('MSA|AA|C1')
})

test('bytes that name no character set are read in that of their sender, and refused by their id if they are not of it', async () => {
  const families: string[] = []
  const ask = await start({
    takeReports: async (_, reports) => void families.push(...reports.map(({ person }) => person.family)),
  })
  const report = (facility: string, id: string): string[] => [
    `MSH|^~\\&|LAB|${facility}|||20261125||ORU^R01|${id}|P|2.5.1`,
    'PID|||1||M\u00fcller^Pat||19840615',
    'OBR|1||F-1|K^K^L|||||||||||||||||||||F',
  ]
  expect(await ask(report('OLD', 'L1'), 'latin1')).toContain('MSA|AA|L1')
  expect(await ask(report('NORTH', 'L2'), 'utf8')).toContain('MSA|AA|L2')
  expect(families).toEqual(['M\u00fcller', 'M\u00fcller'])
  expect(await ask(report('NORTH', 'L3'), 'latin1')).toMatch(/MSA\|AE\|L3\rERR\|\|MSH\^1\^18\|102\^/)
})
