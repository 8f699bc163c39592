import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { outsideTransaction } from '../../../platform/database/pool/transaction-context.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { startSignIns, type TestSignIns } from './sign-ins.testing.ts'
import { insertPatientDirectly } from './lakeside.testing.ts'
import { acceptInvitation } from '../workflows/accept-invitation.ts'

type Schemas = components['schemas']
type Offered = Schemas['CreatedProxy'] & { invitation: { secret: string } }

const rounds = 8

/** Waits until another transaction of this database waits for a row that this one has locked. */
const waitsForLock = async (tx: AnyKysely): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`.execute(
      tx,
    )
    if (rows[0]?.waits) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('no other transaction has come to wait')
}

describe.each(domainEngines)('concurrent invitations on %s', (engine) => {
  let people: TestSignIns
  let hospital: TestHospital
  let patient: Schemas['Patient']
  let self: SignedInClient
  beforeAll(async () => {
    people = await startSignIns(engine)
    ;({ hospital } = people)
  })
  afterAll(() => people.stop())
  beforeEach(async () => {
    patient = await insertPatientDirectly(hospital)
    self = await hospital.as('patient', { personId: patient.id })
  })

  const offered = async (): Promise<Offered> =>
    (
      await self.post(`/v1/patients/${patient.id}/proxies`, {
        displayName: 'Alex Proxysample',
        relationship: 'spouse',
        scope: ['record'],
        from: '2026-01-01',
      })
    ).body
  const end = (id: string) => self.post(`/v1/patients/${patient.id}/proxies/${id}/end`)
  const sorted = (answers: readonly { status: number }[]) =>
    answers.map(({ status }) => status).toSorted((a, b) => a - b)

  it('give the right to one of many who type the same code', async () => {
    const { id, invitation } = await offered()
    const subjects = Array.from({ length: 6 }, newId)
    const answers = await Promise.all(subjects.map((subject) => people.signIn(subject, invitation.secret)))
    expect(sorted(answers)).toEqual([200, 409, 409, 409, 409, 409])
    const known = await Promise.all(subjects.map((subject) => people.whoIs(subject)))
    expect(known.filter((person) => person !== null)).toMatchObject([{ personId: id }])
  })

  it('make a person who accepts two at once one person with both rights', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const both = [await offered(), await offered()]
      const subject = newId()
      const answers = await Promise.all(both.map(({ invitation }) => people.signIn(subject, invitation.secret)))
      expect(sorted(answers)).toEqual([200, 200])
      const person = await people.whoIs(subject)
      expect(both.map(({ id }) => id)).toContain(person?.personId)
      // Both rights are theirs: the sign-in stays until the second one ends too.
      await end(both[0]?.id ?? '')
      expect((await people.whoIs(subject))?.personId).toBe(person?.personId)
      await end(both[1]?.id ?? '')
      expect(await people.whoIs(subject)).toBeNull()
    }
  })

  it('let a person whose last right ends while they accept another sign in with the other', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const [first, second] = [await offered(), await offered()]
      const subject = newId()
      expect((await people.signIn(subject, first.invitation.secret)).status).toBe(200)
      const answers = await Promise.all([end(first.id), people.signIn(subject, second.invitation.secret)])
      expect(sorted(answers)).toEqual([200, 200])
      expect((await people.whoIs(subject))?.patientIds).toEqual([patient.id])
      await end(second.id)
      expect(await people.whoIs(subject)).toBeNull()
    }
  })

  it.skipIf(engine === 'pglite')(
    'keep the sign-in of a person whose last right ends between an acceptance and its commit',
    async () => {
      const [first, second] = [await offered(), await offered()]
      const subject = newId()
      expect((await people.signIn(subject, first.invitation.secret)).status).toBe(200)
      const identity = { issuer: people.issuer.registration.issuer, subject }
      let ending: ReturnType<typeof end> | undefined
      await hospital.keep('directory', async (context) => {
        await acceptInvitation(context, second.invitation.secret, { identity }, '/invitation')
        ending = outsideTransaction(() => end(first.id))
        await waitsForLock(context.tx)
      })
      expect((await ending)?.status).toBe(200)
      expect((await people.whoIs(subject))?.patientIds).toEqual([patient.id])
    },
  )

  it('either replace or accept a code that is replaced or withdrawn while it is accepted', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { id, invitation } = await offered()
      const subject = newId()
      const [replaced, accepted] = await Promise.all([
        round % 2 === 0
          ? self.post(`/v1/patients/${patient.id}/proxies/${id}/invitations`)
          : self.post(`/v1/invitations/${invitation.id}/revoke`),
        people.signIn(subject, invitation.secret),
      ])
      const isAccepted = accepted.status === 200
      expect([replaced.status, accepted.status]).toEqual(isAccepted ? [409, 200] : [round % 2 === 0 ? 201 : 200, 410])
      expect((await people.whoIs(subject)) !== null).toBe(isAccepted)
      await end(id)
    }
  })
})
