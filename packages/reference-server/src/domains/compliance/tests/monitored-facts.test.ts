import { describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { prepareWatch } from './watched.testing.ts'

const codesOf = ({ reasons }: components['schemas']['AccessCase']) => reasons.map(({ code }) => code)

describe.each(domainEngines)('the access monitor knows from the directory, on %s', (engine) => {
  const hospital = prepareWatch({ engine })

  test('a disabled account in use is a case at once, from the time at which it was disabled, also of a member whom it never saw', async () => {
    const officer = await hospital.officer()
    const [nurse, back] = [await hospital.kit.addMember('nurse'), await hospital.kit.addMember('nurse')]
    const patientId = (await hospital.kit.addPatient()).id
    await hospital.open(nurse, patientId)
    const change = async ({ caller }: SignedInClient, changes: object): Promise<void> => {
      const administrator = await hospital.kit.as('administrator')
      await answered(administrator.patch(`/v1/members/${caller.personId}`, changes), 200)
    }
    hospital.kit.clock.set('2026-11-25T15:05:00Z')
    for (const each of [nurse, back]) await change(each, { status: 'disabled', version: 1 })
    await hospital.kit.settle()
    await hospital.commitLate(nurse, { patient_id: patientId, at: '2026-11-25T15:10:00Z' })
    hospital.kit.clock.set('2026-11-25T15:20:00Z')
    // A change of a name does not disable the account once more.
    await change(nurse, { displayName: 'Gone Sample', version: 2 })
    await change(back, { status: 'active', version: 2 })
    await hospital.open(back, patientId)
    hospital.kit.clock.set('2026-11-25T15:40:00Z')
    await hospital.watch()
    const again = await hospital.again(officer)
    const [found] = await hospital.cases(again, nurse)
    expect(found?.reasons).toMatchObject([
      { code: 'disabled-account', accesses: 1 },
      { code: 'unexplained', accesses: 2 },
    ])
    expect(await hospital.cases(again, back)).toEqual([])
  })

  test('records opened in the order of their numbers are a case when the day has ended, and in another order are none', async () => {
    const officer = await hospital.officer()
    const [trying, other] = [await hospital.kit.addMember('nurse'), await hospital.kit.addMember('nurse')]
    const numbered: string[] = []
    for (let at = 0; at < 12; at += 1)
      numbered.push((await hospital.kit.addPatient({ recordNumber: `${engine}-${1095 + at}` })).id)
    for (const id of numbered) await hospital.open(trying, id)
    for (const id of numbered.toReversed()) await hospital.open(other, id)
    await hospital.watch()
    hospital.kit.clock.set('2026-11-26T05:00:00Z')
    await hospital.watch()
    const again = await hospital.again(officer)
    const [found] = await hospital.cases(again, trying)
    expect(found?.reasons ?? []).toContainEqual(expect.objectContaining({ code: 'search-enumeration', value: 12 }))
    expect((await hospital.cases(again, other)).flatMap(codesOf)).not.toContain('search-enumeration')
    // Nothing of a record was decrypted for it.
    const rows = await hospital.kit.accessRows({ patientId: numbered[0] as string })
    expect(rows.filter(({ actorKind }) => actorKind === 'system')).toEqual([])
  })
})

describe('what was opened in an emergency', () => {
  const hospital = prepareWatch({ engine: 'postgres', hasCareTeams: true })

  test('is explained until a review finds it not appropriate, also after the day', async () => {
    const officer = await hospital.officer()
    const patientId = (await hospital.kit.addPatient()).id
    const ids: string[] = []
    const members = [await hospital.kit.addMember('nurse'), await hospital.kit.addMember('nurse')]
    for (const member of members) {
      const opening = { reason: 'life-at-risk', text: 'Called by the neighbor: the patient does not answer.' }
      const path = `/v1/patients/${patientId}/emergency-accesses`
      ids.push((await answered((await hospital.again(member)).post(path, opening), 201)).id)
      await hospital.open(member, patientId)
    }
    await hospital.watch()
    hospital.kit.clock.set('2026-11-26T15:00:00Z')
    await hospital.watch()
    const [bad, good] = members as [SignedInClient, SignedInClient]
    for (const member of members) expect(await hospital.cases(await hospital.again(officer), member)).toEqual([])
    const review = async (place: number, outcome: string, version: number): Promise<void> => {
      const body = { outcome, note: 'Asked the clinic of the day.', version }
      await answered((await hospital.again(officer)).post(`/v1/emergency-accesses/${ids[place]}/review`, body), 200)
    }
    // Who asks for more has not decided.
    await review(0, 'more-information', 1)
    await review(1, 'appropriate', 1)
    hospital.kit.clock.set('2026-11-26T16:00:00Z')
    await hospital.watch()
    for (const member of members) expect(await hospital.cases(await hospital.again(officer), member)).toEqual([])
    await review(0, 'not-appropriate', 2)
    hospital.kit.clock.set('2026-11-26T17:00:00Z')
    await hospital.watch()
    const again = await hospital.again(officer)
    const [found] = await hospital.cases(again, bad)
    expect(found).toMatchObject({ date: '2026-11-25' })
    expect(found && codesOf(found).toSorted()).toEqual(['emergency', 'emergency-not-documented', 'unexplained'])
    expect(await hospital.cases(again, good)).toEqual([])
  })
})
