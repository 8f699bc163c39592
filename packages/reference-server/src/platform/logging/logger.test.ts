import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DatabaseError } from '../database/errors/database-error.ts'
import { Problem } from '../problems/problem.ts'
import { describeError } from './describe-error.ts'
import { createLogger } from './logger.ts'
import type { LogFields } from './logger.ts'

const canary = 'CANARY Jane Roe, born 1980-02-30'

/** The permitted fields of a line. Adding one is a decision, and none may hold personal data. */
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
  it('has known fields only, whatever it is given', () => {
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

  it('has no text, number or list under an unknown name, at any level', () => {
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

  it('has every permitted field, whatever else is given', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()), fc.object())
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), fc.string({ maxLength: 40 }), (fields, requestId) => {
        const [line] = logged((logger) => logger.info('x', { ...fields, requestId } as LogFields))
        expect(line).toMatchObject({ event: 'x', level: 'info', requestId })
        for (const name of Object.keys(line ?? {})) expect([...known, 'event', 'level', 'time']).toContain(name)
      }),
    )
  })

  it('has no object, at any depth of a permitted list', () => {
    const deep = [[{ name: canary }], { name: canary }]
    const [line] = logged((logger) => logger.info('x', { frames: deep as never, reason: [{ name: canary }] as never }))
    expect(JSON.stringify(line)).not.toContain('"name"')
    expect(
      Object.values(line ?? {})
        .flat()
        .every((each) => typeof each === 'string'),
    ).toBe(true)
  })

  it('is not written below the configured level', () => {
    const lines: string[] = []
    const logger = createLogger({ level: 'warn', destination: { write: (line) => lines.push(line) } })
    logger.debug('a')
    logger.info('b')
    logger.warn('c')
    logger.error('d')
    expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['c', 'd'])
  })

  it('stays one line of bounded length, whatever a field contains', () => {
    const lines: string[] = []
    const logger = createLogger({ level: 'info', destination: { write: (line) => lines.push(line) } })
    logger.info('x', { reason: `first\n{"level":"error"}${'y'.repeat(10_000)}` })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd()).not.toContain('\n')
    expect(lines[0]?.length).toBeLessThan(600)
  })

  it('accepts no objects as values', () => {
    const [line] = logged((logger) =>
      logger.info('x', { reason: { name: canary } as never, frames: [{ name: canary } as never] }),
    )
    expect(JSON.stringify(line)).not.toContain('CANARY')
  })
})

describe('an error in the log', () => {
  it('is logged by class, code and location, never by its message', () => {
    const error = Object.assign(new TypeError(`cannot read ${canary}\n    at ${canary}`), { code: 'ERR_X' })
    const described = describeError(error)
    expect(described).toMatchObject({ errorClass: 'TypeError', errorCode: 'ERR_X' })
    expect(described.frames?.join()).toContain('logger.test.ts')
    expect(JSON.stringify(described)).not.toContain('born')
  })

  it('does not show its original message if it was changed later', () => {
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

  it('of a refusal has the private reason and the cause', () => {
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

  it('may be any thrown value', () => {
    expect(describeError(canary)).toEqual({ errorClass: 'string' })
  })
})
