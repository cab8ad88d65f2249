// The desk starts here.

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/es/locale/zh_CN'
import enUS from 'antd/es/locale/en_US'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import '#ground/ui/desk/desk.css'
import '#ground/ui/desk/parts.css'
import '#ground/ui/desk/table.css'
import '#ground/ui/desk/menu.css'
import '#ground/ui/desk/printed.css'
import './shell.css'
import '#ground/ui/desk/media.css'
import { useLanguage } from '#ground/ui/language.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import { useTextSize } from '#ground/ui/text-size.ts'
import { themeFor } from '#ground/ui/theme.ts'
import { Coming } from './boundary.tsx'
import { router } from './router.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one; only a server that was not reached is asked again.
      retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
    },
  },
})

function Desk() {
  const [language] = useLanguage()
  const [size] = useTextSize()
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={themeFor(size)} button={{ autoInsertSpace: false }}>
      <Suspense fallback={<Coming />}>
        <RouterProvider router={router} />
      </Suspense>
    </ConfigProvider>
  )
}

const place = document.getElementById('desk')
if (place === null) throw new Error('index.html has no #desk')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Desk />
    </QueryClientProvider>
  </StrictMode>,
)
