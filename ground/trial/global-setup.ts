// Before the first test file: one cluster for the whole run; the template is made by the first file that needs it.

import type { TestProject } from 'vitest/node'
import { openCluster } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
    keyFile: string
  }
}

/** Called by vitest once per run; what it returns is called at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openCluster()
  project.provide('clusterUrl', cluster.url)
  project.provide('keyFile', cluster.keyFile)
  return () => cluster.leave()
}
