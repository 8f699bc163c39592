import { describe, expect, it } from 'vitest'
import type { DomainModule } from '../contracts/domain-module.ts'
import { bindOperations } from './bind-operations.ts'
import type { BindOptions } from './bind-operations.ts'
import type { Contract, DocumentOperation, OperationDeclaration } from './contract.ts'
import { readContract } from './contract.ts'
import { notesContract, notesPermissions } from './tests/notes-contract.testing.ts'
import { createNotesDomain } from './tests/notes-domain.testing.ts'
import { readPolicies, rateCostOf, rateLimits } from './read-policies.ts'
import { createPermissions } from '../identity/permissions.ts'

const notes = createNotesDomain({}, 'secret')

const bind = (changed: Partial<BindOptions> = {}) =>
  bindOperations({
    contract: notesContract,
    modules: [notes],
    isGranted: createPermissions(notesPermissions).isGranted,
    rateCostOf: () => ({ rateClass: 'read', units: 1 }),
    ...changed,
  })

const declaring = (id: string, changed: Partial<OperationDeclaration>): Contract => ({
  ...notesContract,
  operations: {
    ...notesContract.operations,
    [id]: { ...(notesContract.operations[id] as OperationDeclaration), ...changed },
  },
})

describe('a server does not start', () => {
  it.each<[string, Partial<BindOptions>, string]>([
    [
      'without a handler for an operation',
      { modules: [{ ...notes, operations: notes.operations.filter(({ id }) => id !== ('signNote' as string)) }] },
      'signNote has no handler',
    ],
    [
      'with a handler for no operation',
      {
        modules: [
          notes,
          { ...notes, name: 'other', operations: [{ ...notes.operations[0]!, id: 'unheardOf' as never }] },
        ],
      },
      'unheardOf in other is not in the contract',
    ],
    [
      'with two handlers for one operation',
      { modules: [notes, { ...notes, name: 'other', operations: [notes.operations[0]!] }] },
      'readNote has two handlers, in notes and in other',
    ],
    [
      'with a handler that neither reads nor keeps',
      { modules: [{ ...notes, operations: notes.operations.map(({ id }) => ({ id })) } satisfies DomainModule] },
      'must have one of read, decide and keep',
    ],
    [
      'without a permission',
      { contract: declaring('readNote', { permission: '' }) },
      'readNote declares no permission',
    ],
    [
      'with a permission that nobody is granted',
      { contract: declaring('readNote', { permission: 'note:shred' }) },
      'needs note:shred, which the policy grants to no role',
    ],
    [
      'with an operation that is open to anyone by slip',
      { contract: declaring('readNote', { permission: 'none' }) },
      'must ask for no security and permission "none" together',
    ],
    [
      'without an audit line',
      { contract: declaring('readNote', { audit: undefined as never }) },
      'readNote declares no audit action and entity',
    ],
  ])('%s', (_what, changed, fault) => {
    expect(() => bind(changed)).toThrow(fault)
  })

  it('when the operation table and the document disagree', () => {
    expect(() => bind({ contract: declaring('readNote', { path: '/v1/elsewhere' }) })).toThrow(
      'openapi.json has no such operation there',
    )
  })

  it('with a schema that has an unknown keyword', () => {
    const paths = structuredClone(notesContract.document.paths) as Record<string, Record<string, DocumentOperation>>
    const write = paths['/v1/notes']!['post'] as unknown as {
      requestBody: { content: { 'application/json': { schema: { properties: { text: object } } } } }
    }
    write.requestBody.content['application/json'].schema.properties.text = { type: 'string', format: 'color' }
    expect(() => bind({ contract: { ...notesContract, document: { ...notesContract.document, paths } } })).toThrow(
      'color',
    )
  })
})

describe('the contract of this release', () => {
  const policies = readPolicies()
  const { operations } = readContract()

  it('requires only permissions that some role has', () => {
    const { isGranted } = createPermissions(policies.permissions)
    const ungranted = Object.entries(operations).filter(
      ([, { permission }]) => permission !== 'none' && !isGranted(permission),
    )
    expect(ungranted.map(([id]) => id)).toEqual([])
  })

  it('has a rate limit for every operation', () => {
    const limits = rateLimits(policies.rates)
    for (const [id, declaration] of Object.entries(operations)) {
      const { rateClass, units } = rateCostOf(policies.rates)(id, declaration)
      expect(limits[rateClass]?.burst).toBeGreaterThanOrEqual(units)
      expect(limits[`service/${rateClass}`]?.burst).toBeGreaterThanOrEqual(units)
    }
    for (const id of Object.keys(policies.rates.operations)) expect(operations).toHaveProperty(id)
  })

  it('does not start with a rate limit that holds less than one call', () => {
    const { rates } = policies
    const small = { ...rates, classes: { ...rates.classes, heavy: { burst: 39, perSecond: 40 } } }
    expect(() => rateCostOf(small)('getNotePdf', operations['getNotePdf'] as OperationDeclaration)).toThrow(
      'The rate limit heavy holds less than the 40 units of one call of getNotePdf',
    )
  })

  it('has session limits for every role of the permission policy', () => {
    for (const role of Object.keys(policies.permissions.roles)) expect(policies.sessions.limits).toHaveProperty(role)
  })
})
