import { readFileSync } from 'node:fs'
import { operations, type OperationId } from '@visitkit/contract/operations'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { migratedDatabase } from './migrated-database.ts'
import {
  createHospital,
  permissions,
  roles,
  type Hospital,
  type Person,
  type Role,
} from './hospital/create-hospital.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { personIn } from './requests/guests.ts'

/**
 * Every operation of the contract, for every role and every purpose. A request that passes the authorization is refused at the next step,
 * for a property that does not exist or a body that it lacks: so no cell changes anything, and each has one answer.
 */
const { purposes } = JSON.parse(
  readFileSync(new URL('../packages/reference-server/packs/policy/permissions.json', import.meta.url), 'utf8'),
) as {
  purposes: Record<'roles' | 'permissions', Readonly<Record<string, readonly string[]>>>
}

let server: RunningServer
let hospital: Hospital
const people = new Map<Role, Person>()

beforeAll(async () => {
  server = await startServer({ databaseUrl: await migratedDatabase(), environment: {} })
  hospital = await createHospital(server)
  for (const role of roles) people.set(role, await personIn(hospital, role))
})
afterAll(() => server?.stop())

/** `passes`, or the refusal. */
const ask = async (id: OperationId, role: Role, purpose: string): Promise<string> => {
  const person = people.get(role)
  if (!person) throw new Error(`nobody is ${role}`)
  const { method, path } = operations[id]
  const response = await fetch(`${server.url}${path.replaceAll(/\{\w+\}/g, () => newId())}?nothing-has-this=1`, {
    method: method.toUpperCase(),
    headers: {
      authorization: `Bearer ${await tokenOf(person)}`,
      'x-purpose-of-use': purpose,
      ...(person.origin !== null && { origin: person.origin }),
    },
  })
  const { code } = (await response.json()) as { code: string }
  return [400, 415, 422].includes(response.status) ? 'passes' : `${response.status} ${code}`
}
const tokens = new Map<Person, Promise<string>>()
const tokenOf = (person: Person): Promise<string> => {
  const token = tokens.get(person) ?? person.accessToken()
  tokens.set(person, token)
  return token
}

const expected = (id: OperationId, role: Role, purpose: string): string => {
  const { permission, byPerson } = operations[id]
  if (permissions[role][permission] === undefined) return '403 forbidden'
  const serves = purposes.roles[role]?.includes(purpose) && purposes.permissions[permission]?.includes(purpose)
  if (!serves) return '403 purpose_not_permitted'
  // Only an emergency access makes it one, and that opens nothing beyond reach `assigned`; except opening one.
  const isOpening = purposes.permissions[permission]?.every((each) => each === 'BTG')
  if (purpose === 'BTG' && permissions[role][permission] !== 'assigned' && !isOpening)
    return '403 purpose_not_permitted'
  return byPerson && role === 'service' ? '403 person_required' : 'passes'
}

const guarded = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].permission !== 'none')

describe('every operation, role and purpose', () => {
  it.each(guarded)('%s has one answer for each role and purpose', async (id) => {
    const cells = roles.flatMap((role) =>
      vocabularies.PurposeOfUse.map((purpose) => ({ role, purpose, is: expected(id, role, purpose) })),
    )
    const found = await Promise.all(
      cells.map(async ({ role, purpose }) => ({ role, purpose, is: await ask(id, role, purpose) })),
    )
    expect(found).toEqual(cells)
  })
})

it('a purpose that does not exist is refused, and the refusal names the header', async () => {
  const { status, body } = await hospital.administrator.get('/v1/me', { headers: { 'x-purpose-of-use': 'CURIOSITY' } })
  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'invalid_request', errors: [{ pointer: 'header:x-purpose-of-use' }] })
})

it('the policy names no purpose, role or permission that does not exist', () => {
  expect(Object.keys(purposes.roles).toSorted()).toEqual(roles.toSorted())
  const granted = new Set(roles.flatMap((role) => Object.keys(permissions[role])))
  expect(new Set(Object.keys(purposes.permissions))).toEqual(granted)
  const named = [...Object.values(purposes.roles), ...Object.values(purposes.permissions)].flat()
  expect(named.filter((each) => !(vocabularies.PurposeOfUse as readonly string[]).includes(each))).toEqual([])
})
