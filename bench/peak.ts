// Loaded before a program (`node --import`): when it ends, writes down the most memory its process has held.

import { writeFileSync } from 'node:fs'
import { peakMegabytes } from './processes.ts'

process.once('exit', () => writeFileSync(process.env['BENCH_PEAK'] ?? '', String(peakMegabytes())))
