import { expect, test } from 'vitest'
import { dayExample, readDay } from './read-day.ts'

test.each([
  ['03/14/1968', 'en-US', '1968-03-14'],
  ['3/4/1968', 'en-US', '1968-03-04'],
  ['3-14-1968', 'en', '1968-03-14'],
  [' 3 / 14 / 1968 ', 'en-US', '1968-03-14'],
  ['3 14 1968', 'en-US', '1968-03-14'],
  ['3/7/1984', 'en-US', '1984-03-07'],
  ['7/3/1984', 'es', '1984-03-07'],
  ['14/03/1968', 'es', '1968-03-14'],
  ['14.3.1968', 'es-MX', '1968-03-14'],
  ['14/3/1968', 'en-GB', '1968-03-14'],
  ['١٤/٠٣/١٩٦٨', 'ar', '1968-03-14'],
  ['۱۴/۳/۱۹۶۸', 'ar', '1968-03-14'],
  ['1968-03-14', 'es', '1968-03-14'],
  ['1968-3-4', 'en-US', '1968-03-04'],
  ['1968/3/4', 'es', '1968-03-04'],
  ['Mar 7 1984', 'en-US', '1984-03-07'],
  ['march 7, 1984', 'en', '1984-03-07'],
  ['MARCH 7TH 1984', 'en', '1984-03-07'],
  ['Sept. 1, 1990', 'en-US', '1990-09-01'],
  ['7 Mar 1984', 'en-US', '1984-03-07'],
  ['1984 Mar 7', 'en-US', '1984-03-07'],
  ['7-mar-1984', 'es', '1984-03-07'],
  ['7 de marzo de 1984', 'es', '1984-03-07'],
  ['1º de enero de 1990', 'es', '1990-01-01'],
  ['Mar 7 1984', 'es', '1984-03-07'],
  ['May 7 1984', 'es', '1984-05-07'],
  ['December 24 1970', 'es', '1970-12-24'],
  ['٧ مارس ١٩٨٤', 'ar', '1984-03-07'],
  ['02/29/1984', 'en-US', '1984-02-29'],
])('%s in %s is %s', (typed, tag, day) => expect(readDay(typed, tag)).toEqual({ day }))

test.each([
  ['14/03/1968', 'en-US', 'no-such-day'],
  ['03/14/1968', 'es', 'no-such-day'],
  ['02/30/1968', 'en-US', 'no-such-day'],
  ['1985-02-29', 'en-US', 'no-such-day'],
  ['0/7/1984', 'en-US', 'no-such-day'],
  ['Feb 30 1984', 'en-US', 'no-such-day'],
  ['3/4/68', 'en-US', 'short-year'],
  ['3.4.12', 'es', 'short-year'],
  ['Mar 7 84', 'en-US', 'short-year'],
])('%s in %s is refused as %s', (typed, tag, fault) => expect(readDay(typed, tag)).toEqual({ fault }))

test.each([
  ['555-01-4567', 'en-US'],
  ['12-34-56', 'en-US'],
  ['12 34 56', 'en-US'],
  ['614 555 0142', 'en-US'],
  ['MRN 12 1984', 'en-US'],
  ['Ju 7 1984', 'en-US'],
  ['Duarte', 'en-US'],
  ['March', 'en-US'],
  ['', 'en-US'],
])('%s in %s is no date', (typed, tag) => expect(readDay(typed, tag)).toBeNull())

test.each(['en-US', 'es', 'es-US', 'ar', 'en-GB'])('understands its own example in %s', (tag) => {
  expect(readDay(dayExample(tag), tag)).toEqual({ day: '1968-03-14' })
})
