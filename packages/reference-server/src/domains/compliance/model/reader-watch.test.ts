import { describe, expect, test } from 'vitest'
import { chooseWatch, findReaders, type Choice, type FirstAccess, type ReaderWatch } from './reader-watch.ts'

const at = (time: string): Date => new Date(`2026-11-25T${time}:00Z`)
const patientId = 'patient-ana'
const watching: ReaderWatch = {
  id: patientId,
  status: 'watching',
  since: at('15:00'),
  preferencesVersion: 1,
  toldFrom: null,
  version: 2,
}
const choice = (more: Partial<Choice> = {}): Choice => ({
  patientId,
  tellFirstAccess: true,
  version: 2,
  at: at('16:00'),
  ...more,
})
const access = (actorId: string, time: string): FirstAccess => ({
  patientId,
  actorId,
  accessId: `access-of-${actorId}`,
  at: at(time),
})

describe('a choice', () => {
  test('begins with learning, from its own time', () => {
    expect(chooseWatch(null, choice({ version: 1 }))).toEqual({
      id: patientId,
      status: 'learning',
      since: at('16:00'),
      preferencesVersion: 1,
      toldFrom: null,
      version: 1,
    })
    expect(chooseWatch({ ...watching, status: 'off', toldFrom: at('15:10') }, choice())).toMatchObject({
      status: 'learning',
      since: at('16:00'),
      toldFrom: null,
      version: 3,
    })
  })

  test('that is made already changes nothing', () => {
    expect(chooseWatch(watching, choice())).toBeNull()
    expect(chooseWatch({ ...watching, status: 'learning' }, choice())).toBeNull()
    expect(chooseWatch(null, choice({ tellFirstAccess: false }))).toBeNull()
    expect(chooseWatch({ ...watching, status: 'off' }, choice({ tellFirstAccess: false }))).toBeNull()
  })

  test('that is heard after a later one changes nothing', () => {
    expect(chooseWatch({ ...watching, preferencesVersion: 3 }, choice({ tellFirstAccess: false }))).toBeNull()
    expect(chooseWatch(watching, choice({ tellFirstAccess: false }))).toMatchObject({ status: 'off', version: 3 })
  })
})

describe('readers who were not known', () => {
  const told = (before: ReaderWatch, found: readonly FirstAccess[], now: string) =>
    findReaders(before, found, at(now)).told

  test('are new only since the choice', () => {
    const found = findReaders(watching, [access('before', '14:59'), access('since', '15:00')], at('15:01'))
    expect(found.readers.map(({ actorId, isNew }) => [actorId, isNew])).toEqual([
      ['before', false],
      ['since', true],
    ])
    expect(found.told).toEqual({ accessId: 'access-of-since', tellAt: at('15:31') })
    expect(found.watch).toMatchObject({ status: 'watching', toldFrom: at('15:01'), version: 3 })
  })

  test('need no notice if all of them are from before the choice', () => {
    const found = findReaders({ ...watching, status: 'learning' }, [access('before', '14:00')], at('15:01'))
    expect(found.told).toBeNull()
    expect(found.watch).toMatchObject({ status: 'watching', toldFrom: null })
  })

  test('are covered by a notice that is not due, and have another one from then on', () => {
    const waiting = { ...watching, toldFrom: at('15:01') }
    expect(told(waiting, [access('other', '15:20')], '15:30')).toBeNull()
    expect(told(waiting, [access('other', '15:20')], '15:31')).toEqual({
      accessId: 'access-of-other',
      tellAt: at('16:01'),
    })
  })
})
