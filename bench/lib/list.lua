-- Asks for the addresses of a file, one a line, in their order, again and again.
dofile(debug.getinfo(1, "S").source:match("@(.*)/") .. "/report.lua")

local asked = {}
local at = 0

function init(args)
  for address in io.lines(args[1]) do
    asked[#asked + 1] = wrk.format("GET", address)
  end
end

function request()
  at = at % #asked + 1
  return asked[at]
end
