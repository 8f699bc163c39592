import { describe, expect, test } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { listenLive } from '../../../test-kit/listen-live.ts'
import { prepareWatch } from './watched.testing.ts'

const note = 'The officer was on duty in the ward that day.'

/** Each hospital begins without a privacy officer. */
const begin = () => {
  const hospital = prepareWatch({ engine: 'pglite' })
  const administrator = () => hospital.kit.as('administrator')
  /** The officer has opened the record of a confidential patient, in another role. */
  const curious = async (officer: SignedInClient, patientId: string) => {
    await hospital.open(await hospital.kit.as('nurse', { personId: officer.caller.personId }), patientId)
    await hospital.watch()
  }
  /** The cases of which a page of this session hears from now on. */
  const pageOf = (client: SignedInClient) => {
    const page = listenLive(hospital.kit, client)
    return async (): Promise<unknown[]> => {
      await hospital.kit.settle()
      return page.splice(0).flatMap((each) => {
        const { type, ids } = each as { type: string; ids: { caseId?: string } }
        return type === 'access-case.changed' ? [ids.caseId] : []
      })
    }
  }
  return { hospital, administrator, curious, pageOf }
}

describe('a case about the only privacy officer', () => {
  const { hospital, administrator, curious, pageOf } = begin()

  test('is handled by an administrator at once, who sees no other', async () => {
    const officer = await hospital.officer()
    const patientId = await hospital.confidential(officer)
    const nurse = await hospital.kit.addMember('nurse', 'Nia Curioussample')
    await hospital.open(nurse, patientId)
    const chief = await administrator()
    const [atOfficer, atChief] = [officer, chief].map(pageOf)
    await curious(officer, patientId)
    expect(await hospital.cases(officer, officer)).toEqual([])
    const [other] = await hospital.cases(officer, nurse)
    expect(await atOfficer?.()).toEqual([other?.id])
    expect(await hospital.cases(chief, nurse)).toEqual([])
    const [found] = await hospital.cases(chief, officer)
    expect(found).toMatchObject({ member: { displayName: 'Robin Officersample' }, status: 'open' })
    expect(await atChief?.()).toEqual([found?.id])
    const path = `/v1/access-cases/${found?.id}`
    expect(await answered(chief.get(path), 200)).toMatchObject({ accesses: [{ patientId }] })
    const closed = chief.post(`${path}/close`, { disposition: 'appropriate', note, version: 1 })
    expect(await answered(closed, 200)).toMatchObject({ status: 'closed' })
    expect(await atChief?.()).toEqual([found?.id])
    expect((await officer.get(path)).status).toBe(404)
    expect(await atOfficer?.(), 'nothing of a case about the officer').toEqual([])
  })
})

describe('a case about a privacy officer', () => {
  const { hospital, administrator, curious } = begin()

  test('is not seen by administrators when there is another officer, before it is overdue', async () => {
    const [officer, colleague] = [await hospital.officer(), await hospital.officer('Sam Secondsample')]
    await curious(officer, await hospital.confidential(colleague))
    expect(await hospital.cases(await administrator(), officer)).toEqual([])
    const [found] = await hospital.cases(colleague, officer)
    expect(found).toMatchObject({ member: { displayName: 'Robin Officersample' } })
    expect((await (await administrator()).get(`/v1/access-cases/${found?.id}`)).status).toBe(404)
  })
})

describe('a case in an organization without a privacy officer', () => {
  const { hospital, administrator, curious } = begin()

  test('is seen by administrators, except by the one whom it is about', async () => {
    const patientId = await hospital.confidential(await hospital.kit.as('privacy-officer'))
    const nurse = await hospital.kit.addMember('nurse', 'Nia Curioussample')
    await curious(nurse, patientId)
    expect(await hospital.cases(await administrator(), nurse)).toHaveLength(1)
    const own = await hospital.kit.as('administrator', { personId: nurse.caller.personId })
    expect(await hospital.cases(own, nurse)).toEqual([])
  })
})
