import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DatabaseError } from '../database/errors/database-error.ts'
import { Problem } from '../problems/problem.ts'
import { describeError } from './describe-error.ts'
import { createLogger } from './logger.ts'
import type { LogFields } from './logger.ts'

const canary = 'CANARY Jane Roe, born 1980-02-30'

/** What a line may hold. Another name is a decision, and none of a person's. */
const known = [
  ...['requestId', 'traceId', 'operation', 'method', 'status', 'code', 'reason', 'milliseconds', 'organizationId'],
  ...['sessionId', 'errorClass', 'errorCode', 'frames', 'engine', 'port', 'url', 'name', 'count', 'signal', 'version'],
]

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

  it('holds no text, number or list under a name that is not on the list, at any level', () => {
    const planted = {
      patientName: canary,
      note: 'Jane Roe',
      ssn: 123_456_789,
      isPregnant: true,
      diagnoses: [canary, 'F32.1'],
      query: `?search=${canary}`,
      message: canary,
      Reason: canary,
      constructor: canary,
      ['__proto__']: canary,
    }
    const lines = logged((logger) => {
      for (const level of ['debug', 'info', 'warn', 'error'] as const) logger[level]('x', planted as LogFields)
    })
    expect(lines).toHaveLength(4)
    for (const line of lines) expect(Object.keys(line).toSorted()).toEqual(['event', 'level', 'time'])
  })

  it('holds of what it is given what stands on the list, whatever else comes with it', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()), fc.object())
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), fc.string({ maxLength: 40 }), (fields, requestId) => {
        const [line] = logged((logger) => logger.info('x', { ...fields, requestId } as LogFields))
        expect(line).toMatchObject({ event: 'x', level: 'info', requestId })
        for (const name of Object.keys(line ?? {})) expect([...known, 'event', 'level', 'time']).toContain(name)
      }),
    )
  })

  it('holds no object, however deep it lies in a list that may be there', () => {
    const deep = [[{ name: canary }], { name: canary }]
    const [line] = logged((logger) => logger.info('x', { frames: deep as never, reason: [{ name: canary }] as never }))
    expect(JSON.stringify(line)).not.toContain('"name"')
    expect(
      Object.values(line ?? {})
        .flat()
        .every((each) => typeof each === 'string'),
    ).toBe(true)
  })

  it('is not written below the level that was asked for', () => {
    const lines: string[] = []
    const logger = createLogger({ level: 'warn', destination: { write: (line) => lines.push(line) } })
    logger.debug('a')
    logger.info('b')
    logger.warn('c')
    logger.error('d')
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['c', 'd'])
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

  it('shows no message that it had when it was thrown, and that was changed since', () => {
    const error = new TypeError(`cannot read ${canary}`)
    // V8 writes the message into the stack when the stack is read first.
    expect(error.stack).toContain('born')
    error.message = 'changed'
    expect(describeError(error).frames?.join()).toContain('logger.test.ts')
    expect(JSON.stringify(describeError(error))).not.toContain('born')
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
