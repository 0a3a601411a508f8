# Files inside the program: goodturn_embed(TARGET NAME FOLDER folder) or goodturn_embed(TARGET NAME FILES file…)
# gives TARGET the function goodturn::embedded::NAME() of the header "embedded/NAME.h": (relative path, bytes) of
# every file. The folder is read at every build, so it may be made by an earlier step of the same build (add it
# with add_dependencies(TARGET_embed_NAME …)). A folder that is missing gives an empty table and a warning: the
# program then says itself that it has no pages.
function(goodturn_embed target name)
  cmake_parse_arguments(ARG "" "FOLDER" "FILES" ${ARGN})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name})
  set(made ${output}/${name}.S ${output}/${name}.cc ${output}/embedded/${name}.h)
  if(ARG_FOLDER)
    set(what --folder ${ARG_FOLDER})
  else()
    set(what --files ${ARG_FILES})
  endif()
  # A target, not a file rule: it runs always and touches its output only when something changed.
  add_custom_target(${target}_embed_${name}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embed_files.py ${name} ${output} ${what}
    BYPRODUCTS ${made} COMMENT "Embedding ${name}" VERBATIM)
  set_source_files_properties(${made} PROPERTIES GENERATED TRUE)
  target_sources(${target} PRIVATE ${output}/${name}.S ${output}/${name}.cc)
  target_include_directories(${target} PRIVATE ${output})
  add_dependencies(${target} ${target}_embed_${name})
endfunction()
