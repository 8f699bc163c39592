import { callsAndLetters } from './c37-calls-and-letters.ts'
import { inServer, serverTest, type Promised } from '../mutant.ts'

const model = 'src/domains/messaging/model/decide-notice.ts'
const decided = (name: string) => serverTest('domains/messaging/model/decide-notice.test.ts', name)
const every = serverTest(
  'domains/messaging/tests/every-notice.test.ts',
  'leaves there, at the chosen address, and nowhere else',
)

export const confidentialChannel: Promised = {
  subject: 'C37',
  clauses: {
    'E-mail and SMS use only the channel, address and language that the patient chose': [
      inServer(
        'C37-the-address-on-record',
        model,
        ['email: preferences?.email ?? patient.email ?? null', 'email: patient.email ?? preferences?.email ?? null'],
        decided('is notified on that channel only, at the chosen address, in the chosen language'),
      ),
      inServer(
        'C37-the-language-on-record',
        model,
        ['language: preferences?.language ?? patient.language', 'language: patient.language'],
        decided('is notified on that channel only, at the chosen address, in the chosen language'),
      ),
      inServer(
        'C37-the-channel-of-the-clinic',
        model,
        ['preferences?.channel ?? policy.channelOrder.find(', 'policy.channelOrder.find('],
        decided('is notified on that channel only, at the chosen address, in the chosen language'),
      ),
    ],
    'when it cannot be used, nothing is sent': [
      inServer(
        'C37-another-channel',
        model,
        ["if (channel === 'none' || !channels.includes(channel)) return suppress('no-channel')", ''],
        decided('is not notified if that channel cannot reach them: no other channel is used'),
      ),
    ],
    'of every notice there is': [
      inServer(
        'C37-one-template-by-text',
        'src/domains/messaging/transmissions/send-notice.ts',
        [
          'const { channel, notice } = decision',
          "const { channel, notice } = delivery.template === 'result-ready' ? { ...decision, channel: 'sms' as const } : decision",
        ],
        every,
      ),
      inServer(
        'C37-one-template-in-english',
        'src/domains/messaging/workflows/decide-delivery.ts',
        [
          '    language: decision.language,\n',
          "    language: delivery.template === 'refill-answered' ? 'en' : decision.language,\n",
        ],
        every,
      ),
    ],
    ...callsAndLetters,
  },
}
