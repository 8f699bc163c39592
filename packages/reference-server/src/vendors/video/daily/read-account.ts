import type { DailyClient } from './daily-client.ts'

/** Daily's account, as far as a room depends on it. */
interface DailyAccount {
  readonly domainId: string | null
  /** True in HIPAA mode; null when Daily does not say. */
  readonly isHipaa: boolean | null
  /** The account records or transcribes rooms unless each room says otherwise. Rooms inherit what the account says. */
  readonly isRecording: boolean
}

/** docs.daily.co/reference/rest-api/your-domain/config: what stores sound, picture or words of a call. Off: absent, null, false or empty. */
const recording = [
  'enable_recording',
  'intercom_auto_record',
  'auto_start_transcription',
  'enable_transcription_storage',
  'enable_live_streaming',
] as const

const isOn = (value: unknown): boolean => value !== undefined && value !== null && value !== false && value !== ''

export const readDailyAccount = async (client: DailyClient, signal?: AbortSignal): Promise<DailyAccount> => {
  const call = { method: 'GET', path: '/', route: '/', ...(signal !== undefined && { signal }) } as const
  const response = await client.call(call)
  const config = (response['config'] ?? {}) as Readonly<Record<string, unknown>>
  const { domain_id: domainId } = response
  return {
    domainId: typeof domainId === 'string' ? domainId : null,
    isHipaa: typeof config['hipaa'] === 'boolean' ? config['hipaa'] : null,
    isRecording: recording.some((property) => isOn(config[property])),
  }
}
