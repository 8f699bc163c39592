import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { alertChanged } from '../events.ts'
import { raiseAlert, type AlertCode } from '../model/alert.ts'
import type { AnswerRule, FollowUpPolicy } from '../model/follow-up-policy.ts'
import type { FollowUpContext } from '../ports.ts'
import { findRaisedCodes, indexOfCode, insertAlert } from '../store/alerts.ts'

interface LoadedEmergency {
  /** Those that have raised no alert before. */
  readonly codes: readonly { readonly code: AlertCode; readonly codeIndex: Uint8Array }[]
  readonly practitionerId: string
  readonly rules: readonly AnswerRule[]
  readonly policy: FollowUpPolicy
  /** The language of the guidance: the organization's first. */
  readonly language: string
}

/** From the first draft on: an emergency must not wait for the last question. The event does not name the answer, which is read here. */
export const onIntakeEmergencyRaisedRaiseAlerts = onEvent<FollowUpContext>()(
  ['intake.emergency-raised'],
  'follow_up.raise-alerts-on-intake-emergency',
  {
    gather: async ({ data: { appointmentId } }, ports, context): Promise<LoadedEmergency | typeof nothingToDo> => {
      const [appointment, forms, organization, raised] = await Promise.all([
        ports.scheduling.appointment(context, appointmentId),
        ports.intake.answersOf(context, appointmentId),
        ports.directory.organization(context),
        findRaisedCodes(context.db, appointmentId),
      ])
      const codes = await Promise.all(
        [...new Set(forms.flatMap(({ alerts }) => alerts))].map(async (code) => ({
          code,
          codeIndex: await indexOfCode(context.db, context, appointmentId, code),
        })),
      )
      const isNew = ({ codeIndex }: { codeIndex: Uint8Array }): boolean =>
        !raised.has(Buffer.from(codeIndex).toString('hex'))
      if (!codes.some(isNew)) return nothingToDo
      return {
        codes: codes.filter(isNew),
        practitionerId: appointment.practitionerId,
        rules: ports.specialties.get(appointment.type.specialty)?.followUp.rules ?? [],
        policy: ports.policy,
        language: organization.languages[0] ?? 'en',
      }
    },
    decide: ({ data: { appointmentId, patientId } }, loaded, { now, newId }) => {
      const { codes, practitionerId, rules, policy, language } = loaded
      const alerts = codes.map((code) =>
        raiseAlert({ id: newId(), patientId, appointmentId, practitionerId, ...code }, rules, policy, language, now),
      )
      return {
        writes: alerts.map(insertAlert),
        events: alerts.map((alert) => alertChanged(alert)),
        answer: undefined,
      }
    },
  },
)
