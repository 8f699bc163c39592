import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { startImport, testsHeading, type ImportedTests } from './imported-tests.testing.ts'
import { framed, startOrderingHospital, type OrderingHospital, type Placed } from './ordering-hospital.testing.ts'

type Status = 'P' | 'F' | 'C' | 'X'

/* A panel of glucose (2339-0) and urea nitrogen (6299-2); calcium (17861-6) is optional. */
describe.each(domainEngines)('a panel whose members are reported by themselves, on %s', (engine) => {
  let imported: ImportedTests
  let kit: OrderingHospital
  beforeAll(async () => {
    imported = await startImport()
    const members = Object.entries(localCodes).map(([loinc, code]) => `${code},${loinc},${names[loinc]},,,no`)
    const panels = ['BMPX,51990-0,,,,yes', 'CMPX,24323-8,,,,no']
    const csv = [testsHeading, ...panels, 'GLUX,2345-7,Glucose,,,no', ...members].join('\n')
    expect((await imported.run(csv, ...imported.withLoinc)).exitCode).toBe(0)
    kit = await startOrderingHospital(engine, { environment: imported.environment })
  })
  afterAll(async () => {
    await kit?.stop()
    await imported.remove()
  })

  let sent = 0
  const panel = { tests: [{ code: 'BMPX', answers: [] }] }
  const names: Readonly<Record<string, string>> = {
    ...{ '1975-2': 'Bilirubin', '1742-6': 'ALT', '1920-8': 'AST', '51990-0': 'Basic', '57698-3': 'Enzymes' },
    '2339-0': 'Glucose',
    '6299-2': 'Urea',
    '17861-6': 'Calcium',
  }
  /** What the laboratory calls members, in its catalog. */
  const localCodes: Readonly<Record<string, string>> = {
    ...{ '2339-0': 'GLUB', '1975-2': 'BILI', '57698-3': 'ENZ1' },
  }
  /** One OBR for each member, with its own number of the laboratory. */
  const rows = ({ received }: Placed, loinc: string, status: Status = 'F', placerNumber = received.placerNumber) => {
    const name = names[loinc] ?? ''
    const test = `L${loinc}^${name}^L^${loinc}^${name}^LN`
    return [
      `OBR|1|${placerNumber}|${received.placerNumber}-${loinc}|${test}|||20261125${'|'.repeat(18)}${status}`,
      `OBX|1|NM|${loinc}^${name}^LN||${90 + (sent += 1)}|mg/dL|||||${status}`,
    ]
  }
  const report = async ({ received }: Placed, ...segments: readonly string[]) => {
    const { family, given, birthDate } = received.person
    const header = `MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125160000||ORU^R01^ORU_R01|PANEL-${engine}-${(sent += 1)}|P|2.5.1`
    const person = `PID|1||1||${family}^${given}||${birthDate.replaceAll('-', '')}|F`
    expect(String(await kit.laboratory.sendBytes(framed([header, person, ...segments])))).toContain('MSA|AA')
  }
  const statuses = async ({ orderId }: Placed): Promise<string[]> => {
    const { status, tests } = await kit.orderNow(orderId)
    return [status, ...tests.map((each: { status: string }) => each.status)]
  }

  test('is partial until each member that it needs is final, and complete without the optional one', async () => {
    const order = await kit.placed(panel)
    await report(order, ...rows(order, '2339-0'))
    expect(await statuses(order)).toEqual(['partial', 'partial'])
    await report(order, ...rows(order, '6299-2', 'P'))
    expect(await statuses(order)).toEqual(['partial', 'partial'])
    await report(order, ...rows(order, '6299-2'))
    expect(await statuses(order)).toEqual(['final', 'final'])
    // Patients read the state of their order too.
    const patient = await kit.hospital.asPatient(order.patientId)
    expect((await patient.get(`/v1/lab-orders/${order.orderId}`)).body).toMatchObject({ status: 'final' })
  })

  test('in one message, with a part for each member', async () => {
    const order = await kit.placed(panel)
    await report(order, ...rows(order, '2339-0'), ...rows(order, '6299-2'), ...rows(order, '17861-6'))
    expect(await statuses(order)).toEqual(['final', 'final'])
    const { resultIds } = await kit.orderNow(order.orderId)
    const results = await Promise.all(
      resultIds.map(async (id: string) => (await kit.clinician.get(`/v1/lab-results/${id}`)).body),
    )
    const name = [{ language: 'en', text: 'Basic metabolic panel - Blood' }]
    const [first, second, optional] = results
    expect([first, second]).toMatchObject([
      { test: { loinc: '2339-0' }, extra: false, partOf: name },
      { test: { loinc: '6299-2' }, extra: false, partOf: name },
    ])
    // The laboratory measured more than the panel needs.
    expect(optional).toMatchObject({ test: { loinc: '17861-6' }, extra: true })
  })

  test('two members that arrive at the same moment complete it', async () => {
    const order = await kit.placed(panel)
    await Promise.all([report(order, ...rows(order, '2339-0')), report(order, ...rows(order, '6299-2'))])
    expect(await statuses(order)).toEqual(['final', 'final'])
  })

  test('a member twice, or another test, does not complete it', async () => {
    const order = await kit.placed(panel)
    const glucose = rows(order, '2339-0')
    await report(order, ...glucose)
    await report(order, ...glucose.map((row) => row.replace('2339-0|L', '2339-0-AGAIN|L')))
    await report(order, ...rows(order, '17861-6'))
    expect(await statuses(order)).toEqual(['partial', 'partial'])
  })

  test('a correction of a member leaves it complete; a member that is not measured completes it with the others', async () => {
    const order = await kit.placed(panel)
    await report(order, ...rows(order, '2339-0', 'X'))
    expect(await statuses(order)).toEqual(['partial', 'partial'])
    await report(order, ...rows(order, '6299-2'))
    expect(await statuses(order)).toEqual(['final', 'final'])
    await report(order, ...rows(order, '6299-2', 'C'))
    expect(await statuses(order)).toEqual(['final', 'final'])
  })

  test('next to another test it completes only itself, and a member of its own is the test that was ordered', async () => {
    const order = await kit.placed({ tests: ['BMPX', 'GLUX'].map((code) => ({ code, answers: [] })) })
    const [first, second] = ['-1', '-2'].map((end) => order.received.placerNumber.replace(/-2$/, end))
    await report(order, ...rows(order, '2339-0', 'F', second), ...rows(order, '6299-2', 'F', first))
    // Glucose in blood is the member, whatever number it has; glucose in serum is the other test.
    expect(await statuses(order)).toEqual(['partial', 'final', 'ordered'])
    await kit.laboratory.report({
      placerNumber: second as string,
      values: [{ loinc: '2345-7', name: 'Glucose', value: '91' }],
    })
    expect(await statuses(order)).toEqual(['final', 'final', 'final'])
  })

  test('that was reported as a whole is complete without its members', async () => {
    const order = await kit.placed(panel)
    await report(order, ...rows(order, '2339-0'))
    await kit.laboratory.report({
      placerNumber: order.received.placerNumber,
      values: [{ loinc: '6299-2', name: 'Urea', value: '12' }],
    })
    expect(await statuses(order)).toEqual(['final', 'final'])
  })
  test('a cancellation of a panel of which a member is measured leaves what is measured', async () => {
    const order = await kit.placed(panel)
    await report(order, ...rows(order, '2339-0'))
    const header = `MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125160000||ORL^O22^ORL_O22|PANEL-X-${engine}|P|2.5.1`
    await kit.laboratory.sendBytes(framed([header, 'MSA|AA|X', `ORC|OC|${order.received.placerNumber}`]))
    expect(await statuses(order)).toEqual(['final', 'cancelled'])
  })

  describe('a panel of panels', () => {
    const nested = { tests: [{ code: 'CMPX', answers: [] }] }
    /** Which of these are reported, one after the other, and whether the panel is complete after each. */
    const after = async (...loincs: readonly string[]): Promise<readonly string[]> => {
      const order = await kit.placed(nested)
      const states: string[] = []
      for (const loinc of loincs) {
        await report(order, ...rows(order, loinc))
        states.push((await statuses(order))[1] ?? '')
      }
      return states
    }

    test('is complete when each leaf that it needs was reported by itself, in any order', async () => {
      expect(await after('2339-0', '1742-6', '1975-2', '6299-2')).toEqual(['partial', 'partial', 'partial', 'final'])
      expect(await after('6299-2', '1975-2', '2339-0', '1742-6')).toEqual(['partial', 'partial', 'partial', 'final'])
    })

    test('is complete when a panel in it was reported as a whole, at any depth', async () => {
      expect(await after('51990-0', '1975-2', '1742-6')).toEqual(['partial', 'partial', 'final'])
      expect(await after('1975-2', '57698-3', '51990-0')).toEqual(['partial', 'partial', 'final'])
    })

    test('is complete by codes of the laboratory alone, which its catalog has', async () => {
      const order = await kit.placed(nested)
      const states: string[] = []
      for (const loinc of ['2339-0', '1975-2', '57698-3']) {
        const local = `|${localCodes[loinc]}^${names[loinc]}^L|`
        await report(order, ...rows(order, loinc).map((row) => row.replace(/\|L?[\d-]+\^[^|]*\^LN\|/, local)))
        states.push((await statuses(order))[1] ?? '')
      }
      await report(order, ...rows(order, '6299-2'))
      states.push((await statuses(order))[1] ?? '')
      expect(states).toEqual(['partial', 'partial', 'partial', 'final'])
      // A code that the catalog does not have completes nothing.
      const other = await kit.placed(panel)
      await report(
        other,
        ...rows(other, '2339-0').map((row) => row.replace(/\|L?[\d-]+\^[^|]*\^LN\|/, '|ZZZ9^What^L|')),
      )
      await report(other, ...rows(other, '6299-2'))
      expect((await statuses(other))[1]).toBe('partial')
    })

    test('is not complete by a leaf that it does not need', async () => {
      expect(await after('51990-0', '1975-2', '1920-8')).toEqual(['partial', 'partial', 'partial'])
    })

    test('is offered with what it measures, each leaf under its panel', async () => {
      const { body } = await kit.clinician.get('/v1/lab-tests?search=24323-8')
      const shown = body.items[0].includes.map(({ loinc, partOf }: { loinc: string; partOf?: string }) => [
        loinc,
        partOf,
      ])
      expect(shown).toEqual([
        ['51990-0', undefined],
        ['2339-0', '51990-0'],
        ['6299-2', '51990-0'],
        ['17861-6', '51990-0'],
        ['24325-3', undefined],
        ['1975-2', '24325-3'],
        ['57698-3', '24325-3'],
        ['1742-6', '57698-3'],
        ['1920-8', '57698-3'],
        ['24326-1', undefined],
      ])
    })
  })

  test('a person who matches a member to the order completes the panel too', async () => {
    const order = await kit.placed(panel)
    await report(order, ...rows(order, '2339-0'))
    await report(order, ...rows(order, '6299-2', 'F', 'NOBODY-9'))
    expect(await statuses(order)).toEqual(['partial', 'partial'])
    const held = await kit.inbox(`${order.received.placerNumber}-6299-2`)
    const matched = await kit.clinician.post(`/v1/unmatched-results/${held.id}/match`, { orderId: order.orderId })
    expect([matched.status, matched.body.extra]).toEqual([200, false])
    expect(await statuses(order)).toEqual(['final', 'final'])
  })
})
