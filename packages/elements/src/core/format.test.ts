import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { addDays, dayKey, Formatter, localized, startOfDay, zoneOffset } from './format.ts'

/** Intl uses a narrow no-break space before AM. Replaces it with a space. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ')

describe('a day in a zone', () => {
  test.each([
    ['2026-11-25', 'America/New_York', '2026-11-25T05:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'], // clocks go forward at 2 AM
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'], // clocks go back at 2 AM
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    ['2026-07-01', 'America/Phoenix', '2026-07-01T07:00:00.000Z'],
    ['2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00:00.000Z'], // daylight saving time of half an hour
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
  ])('%s starts in %s at %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant)
    expect(dayKey(instant, zone)).toBe(day)
    expect(dayKey(new Date(Date.parse(instant) - 1000).toISOString(), zone)).toBe(addDays(day, -1))
  })

  test('days continue after the end of a month and a leap day', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })
})

describe('formatted times', () => {
  const format = new Formatter('en-US', 'America/New_York')

  test('are in the person’s own time zone, with the zone named', () => {
    expect(plain(format.time('2026-11-25T15:30:00Z'))).toBe('10:30 AM')
    expect(format.zoneName('2026-11-25T15:30:00Z')).toBe('Eastern Time')
  })

  test.each([
    ['en-US', 'America/New_York', 'Eastern Time, New York'],
    ['en-US', 'America/Argentina/Buenos_Aires', 'Argentina Standard Time, Buenos Aires'],
    ['en-US', 'UTC', 'Coordinated Universal Time'],
    ['en-US', 'Etc/UTC', 'Coordinated Universal Time'],
    ['en-US', 'Asia/Kathmandu', 'Nepal Time, Kathmandu'],
    ['es-US', 'America/New_York', 'hora oriental, New York'],
    ['es-US', 'UTC', 'hora universal coordinada'],
    ['es-US', 'Asia/Kathmandu', 'hora de Nepal, Kathmandu'],
    ['ar-US', 'America/New_York', 'التوقيت الشرقي لأمريكا الشمالية\u200f، New York'],
  ])('name the zone in words: %s, %s', (tag, zone, words) => {
    expect(new Formatter(tag, zone).zoneWithCity('2026-11-25T15:30:00Z')).toBe(words)
  })

  test('today is the day of the zone, not of UTC', () => {
    vi.useFakeTimers({ now: new Date('2026-11-25T03:00:00Z') })
    onTestFinished(() => void vi.useRealTimers())
    expect([format.today, format.at('Asia/Kathmandu').today]).toEqual(['2026-11-24', '2026-11-25'])
  })

  test('today and tomorrow are words for times to come', () => {
    const now = '2026-11-25T03:00:00Z' // still the 24th in New York
    expect(plain(format.soon('2026-11-25T04:30:00Z', now))).toBe('Today, 11:30 PM')
    expect(plain(format.soon('2026-11-25T14:00:00Z', now))).toBe('Tomorrow, 9:00 AM')
    expect(plain(format.soon('2026-11-26T14:00:00Z', now))).toBe('Thu, Nov 26, 9:00 AM')
    expect(format.dayInWords('2026-11-25T14:00:00Z', now)).toBe('Tomorrow, Wednesday, November 25')
    expect(format.dayInWords('2026-11-27T14:00:00Z', now)).toBe('Friday, November 27')
  })

  test('have the format of Spanish and Arabic', () => {
    expect(plain(new Formatter('es-US', 'America/New_York').time('2026-11-25T15:30:00Z'))).toMatch(/10:30 a/)
    expect(new Formatter('ar', 'America/New_York').time('2026-11-25T15:30:00Z')).toMatch(/ص/)
  })

  test('in the hour that repeats can be distinguished', () => {
    const [first, second] = ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z']
    expect(format.time(first)).toBe(format.time(second))
    expect(format.timeWithZone(first)).not.toBe(format.timeWithZone(second))
  })

  test('today and yesterday are words, by the person’s calendar and not by UTC', () => {
    const now = '2026-11-25T03:00:00Z' // still the 24th in New York
    expect(plain(format.recently('2026-11-24T15:41:00Z', now))).toBe('Today, 10:41 AM')
    expect(plain(format.recently('2026-11-23T21:05:00Z', now))).toBe('Yesterday, 4:05 PM')
    expect(plain(format.recently('2026-11-21T07:17:00Z', now))).toContain('November 21')
    expect(format.recently('2025-11-21T07:17:00Z', now)).toContain('2025')
  })

  test('a time in another year shows the year, and a signature always does', () => {
    const now = '2026-06-01T12:00:00Z'
    expect(plain(format.moment('2026-11-25T15:30:00Z', now))).toBe('Wed, Nov 25, 10:30 AM')
    expect(plain(format.moment('2025-11-25T15:30:00Z', now))).toBe('Tue, Nov 25, 2025, 10:30 AM')
    expect(plain(format.moment('2026-01-01T04:30:00Z', now))).toContain('2025') // still the old year in New York
    expect(plain(format.momentWithYear('2026-11-25T15:30:00Z'))).toBe('Wed, Nov 25, 2026, 10:30 AM')
  })

  test('items are separated by the comma of the language, without a conjunction', () => {
    expect(new Formatter('es-US').list(['30 años', 'OH', 'habla inglés'])).toBe('30 años, OH, habla inglés')
    expect(new Formatter('ar').list(['أ', 'ب'])).toBe('أ\u200f، ب')
    // The day of a date stays with its month, also after a Latin name.
    expect(new Formatter('ar').list(['Dr. Jo', '25 نوفمبر'])).toBe('Dr. Jo\u200f، 25 نوفمبر')
    expect(new Formatter('ar', 'UTC').recently('2026-11-24T15:41:00Z', '2026-11-24T16:00:00Z')).toContain('، ')
  })

  test('a countdown rounds up, so that it never shows zero before the end', () => {
    expect(format.countdown(292)).toBe('4:52')
    expect(format.countdown(0.2)).toBe('0:01')
    expect(format.countdown(-5)).toBe('0:00')
  })

  test('the offset of a zone, also when it is not in whole hours', () => {
    expect(zoneOffset('2026-11-25T12:00:00Z', 'America/New_York')).toBe(-300)
    expect(zoneOffset('2026-11-25T12:00:00Z', 'Asia/Kathmandu')).toBe(345)
    expect(zoneOffset('2026-11-25T12:00:00Z', 'UTC')).toBe(0)
  })
})

test('a text is in the person’s language, else English, else the first available', () => {
  const texts = [
    { language: 'en', text: 'Heart' },
    { language: 'es', text: 'Corazón' },
  ]
  expect(localized(texts, 'es-MX')).toBe('Corazón')
  expect(localized(texts, 'ar')).toBe('Heart')
  expect(localized([{ language: 'fr', text: 'Cœur' }], 'ar')).toBe('Cœur')
  expect(localized([], 'ar')).toBe('')
})
