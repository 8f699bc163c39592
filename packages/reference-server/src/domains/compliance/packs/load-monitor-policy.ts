import { readFile } from 'node:fs/promises'
import type { MonitorPolicy } from '../model/monitor/monitor-policy.ts'

const shipped = new URL('../../../../packs/policy/access-monitor.json', import.meta.url)

export const loadMonitorPolicy = async (file: URL = shipped): Promise<MonitorPolicy> =>
  JSON.parse(await readFile(file, 'utf8')) as MonitorPolicy
