import { readFileSync } from 'node:fs'
import { operations } from '@visitkit/contract/operations'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { expect, it } from 'vitest'
import { reachableProblems } from './reachable-problems.ts'

const { roles } = JSON.parse(
  readFileSync(new URL('../packages/reference-server/packs/policy/permissions.json', import.meta.url), 'utf8'),
) as { roles: Record<string, Record<string, string>> }

/** Staff are bound by permissions, and not by the scopes of a patient. */
const mayBeProxy = (permission: string): boolean =>
  permission in (roles['patient'] ?? {}) || permission in (roles['proxy'] ?? {})

it('every operation declares the codes with which it may refuse, according to the source', () => {
  const common = new Set<string>(vocabularies.CommonProblemCode)
  const reachable = reachableProblems(Object.keys(operations), new Set(vocabularies.ProblemCode))
  // All operations but the live stream and reads in one request, which have no handler.
  expect(reachable.size).toBeGreaterThanOrEqual(Object.keys(operations).length - 2)
  const undeclared = Object.entries(operations).flatMap(([id, { problems, permission }]) =>
    [...(reachable.get(id) ?? [])]
      .filter(([code]) => !common.has(code) && !problems.some((declared) => declared === code))
      .filter(([code]) => code !== 'outside_proxy_scope' || mayBeProxy(permission))
      .map(([code, way]) => `${id}: ${code}, by way of${way}`),
  )
  expect(undeclared, 'Name these in the @problems of the operation, so that its callers have words for them').toEqual(
    [],
  )
}, 300_000)
