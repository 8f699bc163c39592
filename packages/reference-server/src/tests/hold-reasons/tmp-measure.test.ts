import { sql } from 'kysely'
import { beforeAll, expect, it, describe } from 'vitest'
import { newNumber, prepareNotices } from '../../domains/messaging/tests/notices.testing.ts'
import type { AnyKysely } from '../../platform/contracts/database.ts'
describe('measure', () => {
  const notices = prepareNotices('postgres')
  it('bytes', async () => {
    const phone = newNumber()
    const { id } = await notices.kit.addPatient({ phone })
    await notices.kit.book(id, 4 * 1_440)
    await notices.kit.send()
    const q = async () =>
      (
        await notices.kit.keep('messaging', ({ tx }: { tx: AnyKysely }) =>
          sql<any>`select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as wal, pg_total_relation_size('messaging.partner_messages') as size, (select count(*) from messaging.partner_messages) as rows, (select avg(pg_column_size(m.*)) from messaging.partner_messages m) as row, (select avg(octet_length(sealed)) from messaging.partner_messages) as sealed`.execute(
            tx,
          ),
        )
      ).rows[0]
    const url = `${notices.kit.url}/v1/webhooks/sms/${notices.kit.organizationId}`
    const send = async (n: number) => {
      for (let i = 0; i < n; i += 1) {
        notices.carrier.reports.send(url, 'message.sent', {
          id: notices.smsTo(phone)[0]?.id,
          record_type: 'message',
          direction: 'outbound',
          messaging_profile_id: 'b0b0b0b0-1111-4444-8888-000000000000',
          organization_id: 'c0c0c0c0-1111-4444-8888-000000000000',
          from: { phone_number: '+16145550199', carrier: 'Telnyx', line_type: 'Wireless' },
          to: [{ phone_number: phone, status: 'sent', carrier: 'T-MOBILE USA, INC.', line_type: 'Wireless' }],
          text: 'Lakeside Health: your appointment is tomorrow at 10:00 AM EST. https://portal.lakeside.example/appointments/01920000-0000-7000-8000-000000000000 Reply STOP to stop.',
          media: [],
          webhook_url: url,
          webhook_failover_url: '',
          encoding: 'GSM-7',
          parts: 2,
          tags: [],
          cost: { amount: '0.0080', currency: 'USD' },
          received_at: '2026-11-25T15:00:00.000+00:00',
          sent_at: null,
          completed_at: null,
          valid_until: '2026-11-25T16:00:00.000+00:00',
          errors: [],
        })
        await notices.carrier.reports.settled()
      }
    }
    await send(20)
    const a = await q()
    await send(200)
    const b = await q()
    console.log('MEASURE', JSON.stringify({ a, b, walPer: (b.wal - a.wal) / 200, sizePer: (b.size - a.size) / 200 }))
    expect(1).toBe(1)
  })
})
