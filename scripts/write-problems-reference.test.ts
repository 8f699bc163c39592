import { readFile } from 'node:fs/promises'
import { operations } from '@visitkit/contract/operations'
import { describe, expect, it } from 'vitest'
import { listProblems } from './list-problems.ts'
import { problemsPage, problemsReference } from './write-problems-reference.ts'

describe('the page of problems', () => {
  it('lists every code with which the server refuses, as found in the source', async () => {
    expect(await readFile(problemsPage, 'utf8'), 'run: node scripts/write-problems-reference.ts').toBe(
      await problemsReference(),
    )
  })

  it('lists every code of the contract', async () => {
    const answered = new Set((await listProblems()).map(({ code }) => code))
    const named = new Set(Object.values(operations).flatMap(({ problems }) => problems))
    expect([...named].filter((code) => !answered.has(code))).toEqual([])
  })

  it('finds codes that a function creates from its arguments', async () => {
    const byCode = new Map((await listProblems()).map((problem) => [problem.code, problem]))
    expect(byCode.get('token_expired')).toMatchObject({
      statuses: [401],
      details: ['The access token has expired. Refresh it.'],
    })
    expect(byCode.get('body_too_deep')?.details).toEqual([
      'Objects and lists may be nested … deep. Send a flatter body.',
    ])
  })
})
