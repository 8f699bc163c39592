import { expect, test } from 'vitest'
import { plotScale } from './line-plot.ts'

const [first, second] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']

test('a higher value is drawn higher, time goes to the right, and the reference band is inside', () => {
  const points = [
    { at: first, value: 10 },
    { at: second, value: 5 },
  ]
  const { x, y, bottom, top } = plotScale({ points, bounds: { low: 2, high: 20 } })
  expect(x(first)).toBeLessThan(x(second))
  expect(y(10)).toBeLessThan(y(5))
  expect(bottom).toBeLessThanOrEqual(2)
  expect(top).toBeGreaterThanOrEqual(20)
})

test('scores begin at 0', () => {
  const points = [
    { at: first, value: 17 },
    { at: second, value: 15 },
  ]
  expect(plotScale({ points, bounds: {}, from: 'zero' }).bottom).toBe(0)
  expect(plotScale({ points, bounds: {} }).bottom).toBeGreaterThan(10)
})

test('a small change looks small, and both values of a pair are visible', () => {
  const weight = plotScale({
    points: [
      { at: first, value: 78.4 },
      { at: second, value: 78.2 },
    ],
    bounds: {},
    from: 'near',
  })
  expect(weight.y(78.2) - weight.y(78.4)).toBeLessThan(5)
  const pressure = plotScale({
    points: [
      { at: first, value: 158, lower: 96 },
      { at: second, value: 132, lower: 82 },
    ],
    bounds: {},
    from: 'near',
  })
  expect(pressure.bottom).toBeLessThanOrEqual(82)
  expect(pressure.top).toBeGreaterThanOrEqual(158)
})
