import { operation } from '../../../../platform/contracts/operation.ts'
import { instant } from '../../kernel/model/instant.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { invalidRequest } from '../../problems.ts'
import { requireValidWindows } from '../../supply/model/require-valid-windows.ts'
import { expandRule } from '../model/expand-rule.ts'
import { mostOccurrences, parseRule } from '../model/recurrence-rule.ts'
import { roomFor } from '../model/require-room-for.ts'
import { readSeries } from '../workflows/read-series.ts'

const faultyRule = (message: string) => invalidRequest([{ pointer: '/rule', code: 'wrong_value', message }])

/** The occurrences of a rule. Refuses a rule that is not supported, and a first visit that is not one of its times. */
const occurrencesOf = (text: string, start: number, zone: string): readonly number[] => {
  const rule = parseRule(text)
  if (typeof rule === 'string') throw faultyRule(rule)
  const { starts, isCut } = expandRule(rule, start, requireValidWindows({ zone, weekly: [], exceptions: [] }))
  if (isCut) throw faultyRule(`Must have at most ${mostOccurrences} visits.`)
  // What a rule is whose start is not one of its times is not defined (RFC 5545, 3.8.5.3).
  if (starts[0] !== start)
    throw invalidRequest([{ pointer: '/start', code: 'wrong_value', message: 'Must be a time of the rule.' }])
  return starts
}

export const previewSeries = operation<SchedulingPorts>()('previewSeries', {
  gather: async ({ body }, ports, context) => {
    const starts = occurrencesOf(body.rule, Date.parse(body.start), body.zone)
    return { starts, ...(await readSeries(ports, context, body, starts)) }
  },
  read: async ({ body }, { starts, judgeAll, nearest, open, policy, type }) => ({
    status: 200,
    body: {
      patientId: body.patientId,
      occurrences: judgeAll().map((judged, index) => {
        const start = starts[index] ?? 0
        return 'chosen' in judged
          ? { start: instant(start), works: true, nearest: [] }
          : {
              start: instant(start),
              works: false,
              reason: judged.reason,
              nearest: nearest(start, judged.reason).map((each) => instant(each)),
            }
      }),
      ...(open === null ? {} : { mayBook: roomFor(open, policy.openAppointments, type.code) }),
    },
  }),
})
