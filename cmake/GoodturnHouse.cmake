# How a room of the house is built: one static library per folder, one test program per test folder.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

option(GOODTURN_FUZZ "Build the libFuzzer targets (clang)" OFF)
set(GOODTURN_SANITIZE "" CACHE STRING "Sanitizers for everything: address,undefined or thread")

set(GENERATED ${CMAKE_BINARY_DIR}/generated)
set(table_sources ${CMAKE_SOURCE_DIR}/schemas/error_kinds.json ${CMAKE_SOURCE_DIR}/schemas/vocabulary.json ${CMAKE_SOURCE_DIR}/schemas/providers.json
                  ${CMAKE_SOURCE_DIR}/tools/generate_tables.py)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${table_sources})
execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/generate_tables.py
                        ${CMAKE_SOURCE_DIR}/schemas ${GENERATED} COMMAND_ERROR_IS_FATAL ANY)

# Settings shared by everything that is compiled here.
add_library(house INTERFACE)
target_include_directories(house INTERFACE ${CMAKE_SOURCE_DIR} ${GENERATED})
target_compile_options(house INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
# g++ 12 sees overlapping copies inside std::string that are not there (GCC bug 105651), when optimising.
# It also takes strings that a conditional may leave out for uninitialised once everything around them is inlined. The tests'
# own build (-O1) asks for both.
target_compile_options(house INTERFACE $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-restrict>
                                       $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-maybe-uninitialized>)
# The program that people run, as Debian's own builds have it (dpkg-buildflags, hardening=+all): checked buffers, guarded
# stacks, an address of its own at each start, and tables of functions that are read-only from then on. Not -fcf-protection:
# Debian 12's C library is built without it, and then the linker drops it.
add_library(hardened INTERFACE)
target_compile_options(hardened INTERFACE -fstack-protector-strong -fstack-clash-protection -fPIE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
target_link_options(hardened INTERFACE $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie> LINKER:-z,relro,-z,now)
target_link_libraries(house INTERFACE $<$<CONFIG:Release>:hardened>)
if(GOODTURN_SANITIZE)
  target_compile_options(house INTERFACE -fsanitize=${GOODTURN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  # g++ 12 takes std::function inside std::regex for uninitialised once it is instrumented.
  target_compile_options(house INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(house INTERFACE -fsanitize=${GOODTURN_SANITIZE})
endif()
if(GOODTURN_FUZZ)
  target_compile_options(house INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(house INTERFACE -fsanitize=fuzzer-no-link)
endif()

# goodturn_library(NAME DEPENDS lib… [LIBRARIES external…] [SOURCES file…])
# A folder's library. Without SOURCES it takes every .cc of the folder.
function(goodturn_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES;SOURCES" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS *.cc)
  endif()
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC house ${ARG_DEPENDS} PRIVATE ${ARG_LIBRARIES})
endfunction()

option(GOODTURN_TOGETHER "Compile folders in one piece where that is said: less work for a whole build, more for one file" ON)

# goodturn_together(TARGET folder…)
# The .cc files of each of these folders are compiled in one piece: most of a file's compile time goes into the headers and
# templates that its neighbours use, too. The names inside a folder must then be told apart, also in anonymous namespaces.
function(goodturn_together target)
  if(NOT GOODTURN_TOGETHER)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  foreach(folder ${ARGN})
    file(GLOB files RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} CONFIGURE_DEPENDS ${folder}/*.cc)
    string(MAKE_C_IDENTIFIER ${folder} group)
    set_source_files_properties(${files} PROPERTIES UNITY_GROUP ${group})
  endforeach()
endfunction()

# goodturn_test(NAME DEPENDS lib… [LIBRARIES external…] [SOURCES file…] [LABELS label…] [TIMEOUT seconds])
# A Catch2 program from the folder's *_test.cc files, registered with CTest under its name.
function(goodturn_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "DEPENDS;LIBRARIES;SOURCES;LABELS" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS *_test.cc)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE house ${ARG_DEPENDS} ${ARG_LIBRARIES} test_main)
  add_test(NAME ${name} COMMAND ${name} --order rand --rng-seed time WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
endfunction()

# goodturn_fuzzer(KIND DEPENDS lib… [LIBRARIES external…] [SOURCES file…])
# The libFuzzer program fuzz_KIND from fuzz_KIND.cc, in the fuzz preset only; `make fuzz` runs all of them.
if(GOODTURN_FUZZ)
  add_custom_target(fuzzers)
endif()
function(goodturn_fuzzer kind)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES;SOURCES" ${ARGN})
  if(GOODTURN_FUZZ)
    add_executable(fuzz_${kind} fuzz_${kind}.cc ${ARG_SOURCES})
    target_link_libraries(fuzz_${kind} PRIVATE house ${ARG_DEPENDS} ${ARG_LIBRARIES})
    target_link_options(fuzz_${kind} PRIVATE -fsanitize=fuzzer)
    set_target_properties(fuzz_${kind} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzzers)
    add_dependencies(fuzzers fuzz_${kind})
  endif()
endfunction()

# goodturn_replay(KIND CORPUS DEPENDS lib… [LIBRARIES external…])
# A test of every build: each file of the folder once through fuzz_KIND.cc.
function(goodturn_replay kind corpus)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES" ${ARGN})
  add_executable(replay_${kind} fuzz_${kind}.cc ${CMAKE_SOURCE_DIR}/tests/fuzz/replay.cc)
  target_link_libraries(replay_${kind} PRIVATE house ${ARG_DEPENDS} ${ARG_LIBRARIES})
  add_test(NAME replay_${kind} COMMAND replay_${kind} ${corpus} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endfunction()
