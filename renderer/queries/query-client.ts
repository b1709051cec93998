// The cache of everything pulled from main.
import { QueryClient } from '@tanstack/react-query'

/** Main already retries what may be retried, and says when something changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 60_000,
      gcTime: 600_000,
    },
  },
})
