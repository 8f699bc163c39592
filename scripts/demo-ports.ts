import { isUsablePort } from './taken-ports.ts'

/** How far the port of each process of the demo is from the server's. */
const offsets = {
  server: 0,
  /** MLLP, for results of the laboratory. */
  results: 50,
  identity: 100,
  video: 200,
  portal: 300,
  pharmacy: 400,
  laboratory: 500,
  laboratoryDesk: 501,
  clearinghouse: 600,
  payments: 700,
  mail: 800,
  inbox: 801,
  sms: 900,
  witness: 950,
} as const

export type DemoPorts = Readonly<Record<keyof typeof offsets, number>>
const names = Object.keys(offsets) as (keyof DemoPorts)[]

export const demoPortCount = names.length

/** The ports of a demo whose portal opens on `portal`. A port that no browser may call is replaced by the next one that it may. */
export const demoPortsAround = (portal: number): DemoPorts => {
  const ports = names.map((name) => {
    const wanted = portal + offsets[name] - offsets.portal
    return [name, name === 'portal' || isUsablePort(wanted) ? wanted : wanted + 10] as const
  })
  return Object.fromEntries(ports) as DemoPorts
}

/** For tests: any ports, in any order. */
export const demoPortsFrom = (ports: readonly number[]): DemoPorts => {
  if (ports.length !== names.length) throw new Error(`The demo needs ${names.length} ports, not ${ports.length}.`)
  return Object.fromEntries(names.map((name, index) => [name, ports[index]])) as DemoPorts
}
