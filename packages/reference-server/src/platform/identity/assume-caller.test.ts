import { expect, test } from 'vitest'
import type { ReadContext } from '../contracts/context.ts'
import { anonymousCaller, anonymousReadContext, assumeCaller, externalCaller } from './assume-caller.ts'

const contextOf = (caller: ReadContext['caller']): ReadContext => ({ caller }) as ReadContext

test('a request that anyone may make belongs to the caller that it proved, also when it gathers again, and to no other', () => {
  const vendor = externalCaller('organization', 'video-daily')
  const assumed = assumeCaller(anonymousReadContext(contextOf(anonymousCaller), contextOf), vendor)
  expect(assumed.caller).toEqual(vendor)
  expect(assumeCaller(assumed, externalCaller('organization', 'video-daily'))).toBe(assumed)
  for (const other of [externalCaller('organization', 'sms-telnyx'), externalCaller('another', 'video-daily')])
    expect(() => assumeCaller(assumed, other)).toThrow('Only an operation that anyone may call')
  expect(() => assumeCaller(contextOf(anonymousCaller), vendor)).toThrow('Only an operation that anyone may call')
})
