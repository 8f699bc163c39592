import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { startImport, testsHeading, type ImportedTests } from './imported-tests.testing.ts'
import { startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

/* From the file of a laboratory and a release of LOINC to the result: nothing of it is written into the product. */

describe.each(domainEngines)('tests that the operator imported, on %s', (engine) => {
  let imported: ImportedTests
  let kit: OrderingHospital
  beforeAll(async () => {
    imported = await startImport()
    const csv = [
      testsHeading,
      'BMPX,51990-0,,Panel metabólico en sangre,,yes',
      'GLUX,2345-7,Glucose,,,no',
      'UGLU,5792-7,"Glucose, urine",,URC,no',
      'THROAT,6463-4,Throat culture,Cultivo de garganta,THRT,no',
    ].join('\n')
    const outcome = await imported.run(csv, ...imported.withLoinc)
    expect(outcome).toMatchObject({ exitCode: 0, text: expect.stringContaining('4 codes') as string })
    expect(outcome.text).toContain('1 are panels')
    kit = await startOrderingHospital(engine, { environment: imported.environment })
  })
  afterAll(async () => {
    await kit?.stop()
    await imported.remove()
  })

  const found = async (search: string) =>
    (await kit.clinician.get(`/v1/lab-tests?search=${encodeURIComponent(search)}`)).body.items

  test('are offered with their specimen and, if they are panels, with what they measure', async () => {
    expect(await found('51990-0')).toEqual([
      {
        code: 'BMPX',
        loinc: '51990-0',
        name: [
          { language: 'en', text: 'Basic metabolic panel - Blood' },
          { language: 'es', text: 'Panel metabólico en sangre' },
        ],
        specimen: [
          { language: 'en', text: 'Blood draw' },
          { language: 'es', text: 'Extracción de sangre' },
        ],
        specimenCode: 'WB',
        includes: [
          { loinc: '2339-0', name: 'Glucose Bld' },
          { loinc: '6299-2', name: 'Urea nitrogen' },
          { loinc: '17861-6', name: 'Calcium', optional: true },
        ],
        fasting: true,
        questions: [],
      },
    ])
    expect(
      (await found('glucose')).map(({ code, specimenCode }: Record<string, string>) => [code, specimenCode]),
    ).toEqual([
      ['GLUX', 'SER'],
      ['UGLU', 'URC'],
    ])
    // The imported set is all: the sample that ships is no longer offered.
    expect(await found('potassium')).toEqual([])
  })

  test('go to the laboratory with their specimen, and their results come back', async () => {
    const { orderId, patientId, received } = await kit.placed({
      tests: [
        { code: 'BMPX', answers: [] },
        { code: 'THROAT', answers: [] },
      ],
    })
    const segments = kit.laboratory.messages.at(-1)?.split('\r') ?? []
    expect(segments.filter((each) => /^(OBR|SPM)\|/.test(each)).map((each) => each.split('|').slice(0, 5))).toEqual([
      [
        'OBR',
        '1',
        expect.any(String),
        '',
        'BMPX^Basic metabolic panel - Blood^L^51990-0^Basic metabolic panel - Blood^LN',
      ],
      ['SPM', '1', '', '', 'WB^Blood draw^HL70487'],
      ['OBR', '2', expect.any(String), '', 'THROAT^Throat culture^L^6463-4^Throat culture^LN'],
      ['SPM', '1', '', '', 'THRT^Throat swab^HL70070'],
    ])
    expect(received.test).toBe('THROAT')
    const [panel, culture] = ['-1', '-2'].map((end) => received.placerNumber.replace(/-2$/, end)) as [string, string]
    await kit.laboratory.report({
      placerNumber: panel,
      values: [{ loinc: '2339-0', name: 'Glucose', value: '91', unit: 'mg/dL', range: '70-99' }],
    })
    await kit.laboratory.report({
      placerNumber: culture,
      values: [{ loinc: '6463-4', name: 'Bacteria', value: 'No growth', type: 'TX' }],
    })
    const order = await kit.orderNow(orderId)
    expect(order).toMatchObject({ status: 'final', tests: [{ code: 'BMPX' }, { code: 'THROAT' }] })
    const { items } = (await kit.clinician.get(`/v1/patients/${patientId}/lab-results`)).body
    expect(
      items.map(({ test, extra, observations }: never) => [
        (test as { code: string }).code,
        extra,
        (observations as { value: string }[])[0]?.value,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['BMPX', false, '91'],
        ['THROAT', false, 'No growth'],
      ]),
    )
  })

  test('have the questions of the release at order entry, and the answers go under their LOINC codes', async () => {
    const [glucose] = await found('2345-7')
    expect(
      glucose.questions.map(({ code, type, required, text }: never) => [
        ...[code, type, required],
        (text as { text: string }[])[0]?.text,
      ]),
    ).toEqual([
      ['49541-6', 'text', false, 'Did you fast?'],
      ['29463-7', 'number', false, 'Body weight'],
      ['8665-2', 'date', false, 'Last menstrual period start date'],
    ])
    const answers = [
      { code: '49541-6', value: 'Ten hours' },
      { code: '29463-7', value: '70.5' },
      { code: '8665-2', value: '2026-11-02' },
    ]
    await kit.placed({ tests: [{ code: 'GLUX', answers }] })
    const rows = (kit.laboratory.messages.at(-1)?.split('\r') ?? []).filter((row) => row.startsWith('OBX|'))
    expect(rows.map((row) => row.split('|').slice(2, 6))).toEqual([
      ['ST', '49541-6^Did you fast?^LN', '', 'Ten hours'],
      ['NM', '29463-7^Body weight^LN', '', '70.5'],
      ['DT', '8665-2^Last menstrual period start date^LN', '', '20261102'],
    ])
    const wrong = await kit.order(await kit.hospital.addPatient(), {
      tests: [{ code: 'GLUX', answers: [{ code: '29463-7', value: 'heavy' }] }],
    })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'answer_invalid'])
  })

  test('a cancellation names no specimen', async () => {
    const { orderId } = await kit.placed({ tests: [{ code: 'GLUX', answers: [] }] })
    await kit.clinician.post(`/v1/lab-orders/${orderId}/cancel`)
    await kit.hospital.transmit()
    const message = kit.laboratory.messages.at(-1) ?? ''
    expect(message).toContain('ORC|CA|')
    expect(message).not.toContain('SPM|')
  })
})

describe('a file that cannot be imported', () => {
  let imported: ImportedTests
  beforeAll(async () => {
    imported = await startImport()
  })
  afterAll(() => imported.remove())
  const stored = () => readdir(imported.environment['VISITKIT_CODE_SETS'] ?? '').catch(() => [])

  test.each([
    ['another heading', 'code,loinc\nA,2345-7', 'line 1'],
    ['no test', testsHeading, 'no test'],
    ['a column too few', `${testsHeading}\nA,2345-7,x,y,SER`, 'line 2'],
    ['a LOINC code with a wrong check digit', `${testsHeading}\nA,2345-8,x,,SER,no`, 'line 2, loinc'],
    ['a code twice', `${testsHeading}\nA,2345-7,x,,SER,no\nA,2345-7,x,,SER,no`, 'line 3, code'],
    ['a code that the wire does not carry', `${testsHeading}\nA B,2345-7,x,,SER,no`, 'line 2, code'],
    ['an unknown specimen', `${testsHeading}\nA,2345-7,x,,BLOOD,no`, 'line 2, specimen'],
    ['fasting in other words', `${testsHeading}\nA,2345-7,x,,SER,8h`, 'line 2, fasting'],
    ['a name that changes its direction', `${testsHeading}\nA,2345-7,x\u202Ey,,SER,no`, 'line 2, name'],
    ['a quotation mark that never closes', `${testsHeading}\nA,2345-7,"x,,SER,no`, 'cut short'],
    ['a code that LOINC does not have', `${testsHeading}\nA,2823-3,x,,SER,no`, 'line 2, loinc'],
    ['a code that LOINC has withdrawn', `${testsHeading}\nA,1751-7,x,,SER,no`, 'line 2, loinc'],
    ['a code for results', `${testsHeading}\nA,6299-2,x,,SER,no`, 'line 2, loinc'],
    ['no specimen where LOINC leaves it open', `${testsHeading}\nA,6463-4,x,,,no`, 'line 2, specimen'],
  ])('%s: nothing is changed, and each fault is named', async (_, csv, where) => {
    const outcome = await imported.run(csv, ...imported.withLoinc)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.text).toContain('nothing was changed')
    expect(outcome.text).toContain(where)
    expect(await stored()).toEqual([])
  })

  test('without LOINC a name and a specimen are needed', async () => {
    expect((await imported.run(`${testsHeading}\nA,2345-7,,,SER,no`)).text).toContain('line 2, name')
    expect((await imported.run(`${testsHeading}\nA,2345-7,x,,,no`)).text).toContain('line 2, specimen')
  })

  test('a laboratory with an id of another form is refused', async () => {
    expect(await imported.run(`${testsHeading}\nA,2345-7,x,,SER,no`, '--laboratory', '../main')).toMatchObject({
      exitCode: 2,
    })
  })
})
