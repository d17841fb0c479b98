-- Ends a run of wrk with one line of JSON: what bench/lib/load.py reads.
function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    'RESULT {"requests": %d, "seconds": %.6f, "bytes": %d, "p50": %.3f, "p90": %.3f, "p99": %.3f, "max": %.3f, '
      .. '"failed": %d, "refused": %d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50) / 1e3, latency:percentile(90) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3, e.connect + e.read + e.write + e.timeout, e.status))
end
