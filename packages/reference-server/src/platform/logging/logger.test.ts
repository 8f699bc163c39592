import { describe, expect, it } from 'vitest'
import { DatabaseError } from '../database/errors/database-error.ts'
import { Problem } from '../problems/problem.ts'
import { describeError } from './describe-error.ts'
import { createLogger } from './logger.ts'
import type { LogFields } from './logger.ts'

const canary = 'CANARY Jane Roe, born 1980-02-30'

const logged = (write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] => {
  const lines: string[] = []
  write(createLogger({ level: 'debug', destination: { write: (line) => lines.push(line) } }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('a log line', () => {
  it('holds known fields only, whatever it is given', () => {
    const fields = {
      requestId: 'r-1',
      status: 500,
      body: { name: canary },
      url: '/v1/x',
      headers: { authorization: canary },
      err: new Error(canary),
    }
    const [line] = logged((logger) => logger.error('request_failed', fields as LogFields))
    expect(line).toEqual({
      level: 'error',
      time: expect.any(String),
      event: 'request_failed',
      requestId: 'r-1',
      status: 500,
      url: '/v1/x',
    })
  })

  it('stays one line and bounded, whatever stands in a field', () => {
    const lines: string[] = []
    const logger = createLogger({ level: 'info', destination: { write: (line) => lines.push(line) } })
    logger.info('x', { reason: `first\n{"level":"error"}${'y'.repeat(10_000)}` })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd()).not.toContain('\n')
    expect(lines[0]?.length).toBeLessThan(600)
  })

  it('takes no objects in place of values', () => {
    const [line] = logged((logger) =>
      logger.info('x', { reason: { name: canary } as never, frames: [{ name: canary } as never] }),
    )
    expect(JSON.stringify(line)).not.toContain('CANARY')
  })
})

describe('an error in the log', () => {
  it('is told by class, code and place, never by its message', () => {
    const error = Object.assign(new TypeError(`cannot read ${canary}\n    at ${canary}`), { code: 'ERR_X' })
    const described = describeError(error)
    expect(described).toMatchObject({ errorClass: 'TypeError', errorCode: 'ERR_X' })
    expect(described.frames?.join()).toContain('logger.test.ts')
    expect(JSON.stringify(described)).not.toContain('born')
  })

  it('does not name the folders of the machine', () => {
    expect(describeError(new Error('x')).frames?.join()).not.toContain(process.cwd())
  })

  it('of a refusal tells the private reason and what caused it', () => {
    const problem = new Problem(503, 'vendor_unavailable', 'Try again.', {
      reason: 'disk full',
      cause: new DatabaseError('53100', null, null),
    })
    expect(describeError(problem)).toMatchObject({
      code: 'vendor_unavailable',
      reason: 'disk full',
      errorClass: 'DatabaseError',
      errorCode: '53100',
    })
  })

  it('survives what is not an error', () => {
    expect(describeError(canary)).toEqual({ errorClass: 'string' })
  })
})
