/** The time at which stories and tests of elements run: a Wednesday, 10:30 in New York. */
export const statedMoment = '2026-11-25T15:30:00Z'

const RealDate = Date

/**
 * Sets the clock of this page, which then continues to run. Elements and the sample world use the page's clock, so that neither depends on
 * the real time. Timers and `performance` do not change.
 */
export const setPageClock = (moment: string = statedMoment): void => {
  const ahead = Date.parse(moment) - RealDate.now()
  const now = (): number => RealDate.now() + ahead
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values: unknown[], as) => Reflect.construct(target, values.length === 0 ? [now()] : values, as),
    apply: () => new RealDate(now()).toString(),
    get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
  })
}
